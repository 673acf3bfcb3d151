package dev.plinth.sandbox.proxy;

import dev.plinth.sandbox.machine.Endpoint;
import java.util.List;
import java.util.Map;

/**
 * A load balancer or CDN at work: the ports it really has, the health of its targets, and what it counted, the firewall by
 * rule.
 */
public record ProxyStatus(List<Listener> listeners, List<Group> groups, Map<String, Long> firewall) {
    /** A listener's declared port and the one it is bound to. */
    public record Listener(String name, int portWanted, int port) {}

    /** A group's targets, and its answers counted by status class ("2xx") since the process started. */
    public record Group(String name, List<TargetHealth> targets, Map<String, Long> responses) {}

    /** A target and what its health check says of it. */
    public record TargetHealth(Endpoint endpoint, Health health, String reason) {}

    /** The health of a target. */
    public enum Health {
        INITIAL,
        HEALTHY,
        UNHEALTHY
    }

    /** The port that this listener is bound to. */
    public int port(String listener) {
        return listeners.stream()
                .filter(candidate -> candidate.name().equals(listener))
                .mapToInt(Listener::port)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no listener is called " + listener));
    }
}
