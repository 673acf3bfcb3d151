package dev.plinth.ops.release;

import dev.plinth.ops.release.TargetHealth.Target;
import java.time.Duration;
import java.util.List;

/** Whether the load balancer would lead requests to a colour. */
final class Health {
    private static final Duration BEAT = Duration.ofSeconds(1);

    private final World world;
    private final Duration patience;

    Health(World world, Duration patience) {
        this.world = world;
        this.patience = patience;
    }

    /** Waits until every target of a colour is healthy; throws when that lasts too long. */
    String await(Colour colour) {
        var begin = world.pace().now();
        while (true) {
            var targets = world.targets().of(colour).stream()
                    .filter(target -> !target.state().equals("draining"))
                    .toList();
            if (!targets.isEmpty() && targets.stream().allMatch(Target::isHealthy)) {
                return "%s is healthy (%d targets)".formatted(colour, targets.size());
            }
            if (Duration.between(begin, world.pace().now()).compareTo(patience) >= 0) {
                throw new StepFailed("%s is not healthy after %d s: %s"
                        .formatted(colour, patience.toSeconds(), targets.isEmpty() ? "it has no target" : targets));
            }
            world.pace().pause(BEAT);
        }
    }

    /** Throws when a target of a colour cannot serve, or when there is none that can. */
    static void requireNoneLost(Colour colour, List<Target> targets) {
        var lost = targets.stream().filter(Target::isLost).toList();
        if (!lost.isEmpty() || targets.stream().noneMatch(Target::isHealthy)) {
            throw new StepFailed("%s lost its health: %s"
                    .formatted(colour, targets.isEmpty() ? "it has no target" : lost.isEmpty() ? targets : lost));
        }
    }
}
