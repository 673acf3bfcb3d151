package dev.plinth.ops.release;

import java.util.List;
import java.util.Map;

/** How the load balancer finds the targets of a colour. */
public interface TargetHealth {
    List<Target> of(Colour colour);

    /** The pods of a colour by name, each with a mark that is another one when the pod was started again. */
    Map<String, String> starts(Colour colour);

    /** A target; {@code state} as AWS names it, and why when it is not healthy. */
    record Target(String id, String state, String reason) {
        boolean isHealthy() {
            return state.equals("healthy");
        }

        /** Tells whether it cannot serve, and is neither just coming nor going. */
        boolean isLost() {
            return state.equals("unhealthy") || state.equals("unavailable");
        }

        @Override
        public String toString() {
            return reason.isEmpty() ? "%s is %s".formatted(id, state) : "%s is %s: %s".formatted(id, state, reason);
        }
    }
}
