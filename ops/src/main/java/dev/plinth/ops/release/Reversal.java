package dev.plinth.ops.release;

import dev.plinth.ops.Failure;

/** Which release can be taken back, and why one cannot. */
final class Reversal {
    private final World world;
    private final Records records;

    Reversal(World world, Records records) {
        this.world = world;
        this.records = records;
    }

    /** The last release that went live, if the version before it waits unchanged; throws what is against it. */
    ReleaseRecord find() {
        var last = records.newest()
                .filter(record -> record.outcome() == Outcome.SUCCEEDED || record.outcome() == Outcome.ROLLED_BACK)
                .findFirst()
                .filter(record -> record.outcome() == Outcome.SUCCEEDED)
                .orElseThrow(() ->
                        Failure.failed("there is no release to take back", "what there was: plinth release history"));
        if (last.contracts()) {
            throw Failure.failed(
                    "release %s cannot be taken back: it contracted the schema (%s), and the version before needs what is gone"
                            .formatted(
                                    last.id(), String.join(", ", last.versions().contracting())),
                    "release a version that cures what is wrong: plinth release start");
        }
        requireWarm(last);
        return last;
    }

    private void requireWarm(ReleaseRecord last) {
        var standing = world.stack().standing();
        var warm = last.from().colour();
        if (standing.live() != last.to().colour()
                || !standing.image(warm).equals(last.from().image())) {
            throw Failure.failed(
                    "release %s cannot be taken back: since then the stack was changed by other means"
                            .formatted(last.id()),
                    "expected %s live and %s on %s"
                            .formatted(last.to().colour(), last.from().image(), warm),
                    "found %s live and %s on %s".formatted(standing.live(), standing.image(warm), warm));
        }
        try {
            Health.requireNoneLost(warm, world.targets().of(warm));
        } catch (StepFailed e) {
            throw Failure.failed("release %s cannot be taken back: %s".formatted(last.id(), e.reason()));
        }
    }
}
