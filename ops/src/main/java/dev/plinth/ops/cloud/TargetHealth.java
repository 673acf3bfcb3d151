package dev.plinth.ops.cloud;

/**
 * One target of a load balancer.
 *
 * @param state as AWS names it: healthy, unhealthy, initial, draining, unused or unavailable
 * @param reason why it is not healthy; empty when it is
 */
public record TargetHealth(String id, String state, String reason) {
    public boolean isHealthy() {
        return state.equals("healthy");
    }
}
