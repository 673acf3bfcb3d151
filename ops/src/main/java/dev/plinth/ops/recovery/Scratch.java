package dev.plinth.ops.recovery;

import dev.plinth.ops.environment.CopyStacks.Copy;
import dev.plinth.ops.environment.Selection;
import java.time.InstantSource;
import java.time.Period;
import java.util.function.Function;

/** Copies of an environment's database for one piece of work each; afterwards nothing of them is left. */
public final class Scratch {
    /** What is found a day later was left by a process that was killed. */
    private static final Period LIFE = Period.ofDays(1);

    private final Restores restores;
    private final InstantSource clock;

    public Scratch(Restores restores, InstantSource clock) {
        this.restores = restores;
        this.clock = clock;
    }

    /** A copy, and how its owner enters it. */
    public record Place(String host, int port, String owner, String password) {
        /** Without the password, which is nobody's business. */
        @Override
        public String toString() {
            return "%s@%s:%d".formatted(owner, host, port);
        }
    }

    /** Does the work on a copy as late as the source's log goes, and takes the copy away however it ends. */
    public <T> T with(Selection selection, Function<Place, T> work) {
        var now = clock.instant();
        var copy = new Copy(selection, CopyName.of(selection.stack(), now));
        try (var cloud = restores.open(selection)) {
            var source = restores.source(selection, cloud);
            var restored = restores.make(copy, source, new RestoreTime.Latest(), Claim.from(now, LIFE));
            var login = restored.login();
            return work.apply(new Place(login.host(), login.port(), login.user(), login.password()));
        } finally {
            restores.takeAway(copy).ifPresent(restores::tell);
        }
    }
}
