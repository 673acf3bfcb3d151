package dev.plinth.ops.release;

import dev.plinth.ops.recovery.Scratch.Place;
import java.util.function.Function;

/**
 * Restores the database into a copy, migrates the copy by the new version, and starts the live version on it: as it runs now,
 * but for its addresses. It has to become ready, and to serve somebody who signs in and reads.
 */
final class CopyRehearsal implements Rehearsal {
    private final Copies copies;
    private final Function<Colour, Program> live;
    private final Stage stage;

    /** Gives a copy of the database to some work. */
    @FunctionalInterface
    interface Copies {
        String with(Function<Place, String> work);
    }

    /** Where programs are started for a while. */
    interface Stage {
        /** Runs the new version's migration to its end; throws {@link StepFailed} with its last words when it fails. */
        void migrate(Program live, Place copy);

        /** Starts a version on the copy, asks it, and ends it; throws {@link StepFailed} when it does not serve. */
        String serve(Program live, Place copy);
    }

    CopyRehearsal(Copies copies, Function<Colour, Program> live, Stage stage) {
        this.copies = copies;
        this.live = live;
        this.stage = stage;
    }

    @Override
    public String play(Standing standing, Versions versions) {
        var program = live.apply(standing.live());
        return copies.with(copy -> {
            stage.migrate(program, copy);
            return "%s on a copy with version %d of the schema: %s"
                    .formatted(standing.live(), versions.schemaAfter(), stage.serve(program, copy));
        });
    }
}
