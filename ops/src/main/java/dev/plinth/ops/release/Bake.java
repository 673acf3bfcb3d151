package dev.plinth.ops.release;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The time in which a new version is watched at one weight. It asks the version itself all the while, so that there is
 * always something to measure; a version that loses a target or a gate fails at once and not at the end.
 */
final class Bake {
    private static final Duration BEAT = Duration.ofMillis(500);
    /** Every so many beats the load balancer is asked too. */
    private static final int BEATS_A_LOOK = 4;
    /** Every so many beats it is written down that somebody is still at it. */
    private static final int BEATS_A_SIGN = 20;
    /** So many own requests in a row without a good answer are no accident. */
    private static final int SILENCE_MAX = 3;

    private final World world;
    private final Terms terms;
    private final Journal journal;
    private final Starts starts;
    private final Gates gates;
    private int silent;

    Bake(World world, Terms terms, Journal journal, Starts starts) {
        this.world = world;
        this.terms = terms;
        this.journal = journal;
        this.starts = starts;
        this.gates = new Gates(terms.limits());
    }

    /** What the gates measured in the end; throws when one does not hold. */
    List<Measured> watch(Colour colour, int weight) {
        var begin = world.pace().now();
        for (var beat = 1; ; beat++) {
            world.pace().pause(BEAT);
            ask(colour);
            if (beat % BEATS_A_SIGN == 0) {
                journal.heard();
            }
            if (beat % BEATS_A_LOOK == 0) {
                var end = look(colour, weight, begin);
                if (end.isPresent()) {
                    return end.get();
                }
            }
        }
    }

    private Optional<List<Measured>> look(Colour colour, int weight, Instant begin) {
        var now = world.pace().now();
        Health.requireNoneLost(colour, world.targets().of(colour));
        starts.requireNoneAgain(colour);
        var counts = world.traffic().of(colour, begin, now);
        var measured = gates.judge(weight, counts);
        var waited = Duration.between(begin, now);
        if (gates.canJudge(counts)) {
            Gates.requireAll(measured);
        } else if (waited.compareTo(terms.bake().plus(terms.patience())) >= 0) {
            Gates.requireAll(measured);
            return Optional.of(measured);
        }
        if (journal.wishes() == Wish.PROMOTE) {
            journal.say("promoted by hand after %d s".formatted(waited.toSeconds()));
            return Optional.of(measured);
        }
        return gates.canJudge(counts) && waited.compareTo(terms.bake()) >= 0 ? Optional.of(measured) : Optional.empty();
    }

    private void ask(Colour colour) {
        var reply = world.route().get(colour, Smoke.VERSION);
        silent = reply.failed() ? silent + 1 : 0;
        if (silent >= SILENCE_MAX) {
            throw new StepFailed(
                    "%s gave no good answer %d times in a row: %s".formatted(colour, silent, reply.told()));
        }
    }
}
