package dev.plinth.ops.release;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A new version is tried out by own requests through the test route, before anybody is led to it. */
final class Trial {
    /** A version that fails one request in ten passes so many with a chance of 1 in 3,000. */
    static final int REQUESTS = 100;

    private static final Duration BEAT = Duration.ofMillis(10);
    private static final double QUANTILE = 0.95;

    private final World world;
    private final Gates gates;

    Trial(World world, Gates gates) {
        this.world = world;
        this.gates = gates;
    }

    /** What was measured; throws when it is not as good as it must be under traffic. */
    List<Measured> of(Colour colour) {
        var took = new ArrayList<Duration>();
        var failed = 0;
        while (took.size() < REQUESTS) {
            world.pace().pause(BEAT);
            var begun = world.pace().now();
            var reply = world.route().get(colour, Smoke.VERSION);
            took.add(Duration.between(begun, world.pace().now()));
            failed += reply.failed() ? 1 : 0;
            if (!gates.allow(failed, REQUESTS)) {
                // Nothing can make it good any more, and each further one may take until its timeout.
                throw new StepFailed("%s failed %d of %d own requests, before any traffic; the last one: %s"
                        .formatted(colour, failed, took.size(), reply.told()));
            }
        }
        took.sort(null);
        var slow = Optional.of(took.get((int) (QUANTILE * REQUESTS) - 1));
        var measured = gates.judge(0, new Counts(REQUESTS, failed, 0, slow));
        Gates.requireAll(measured);
        return measured;
    }
}
