package dev.plinth.app.identity;

import dev.plinth.app.crypto.BlindIndex;
import dev.plinth.app.values.TooManyRequestsException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Lets a user be tried from one address {@link #ATTEMPTS_MAX} times in {@link #WINDOW}, and no oftener. */
public final class Throttle {
    public static final int ATTEMPTS_MAX = 5;
    public static final Duration WINDOW = Duration.ofMinutes(15);

    private final AttemptStore store;
    private final BlindIndex index;
    private final Clock clock;

    public Throttle(AttemptStore store, BlindIndex index, Clock clock) {
        this.store = store;
        this.index = index;
        this.clock = clock;
    }

    /**
     * Counts an attempt before it is known how it ends, so that attempts at the same time count too; throws when there
     * were enough.
     */
    void attempt(String user, String address) {
        String who = who(user, address);
        // As exact as the database.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<Instant> attempts = store.add(who, now, now.minus(WINDOW));
        if (attempts.size() > ATTEMPTS_MAX) {
            // One that was not made delays no later one.
            store.remove(who, now);
            throw new TooManyRequestsException(
                    "There were %d attempts already: wait before the next one.".formatted(ATTEMPTS_MAX),
                    Duration.between(now, attempts.getFirst().plus(WINDOW)).plusSeconds(1));
        }
    }

    /** After the right password: what went before was no attack. */
    void succeeded(String user, String address) {
        store.removeAll(who(user, address));
    }

    /** Removes what counts no more. */
    public void forgetOld() {
        store.removeBefore(clock.instant().minus(WINDOW));
    }

    private String who(String user, String address) {
        return index.of(user + "\n" + address);
    }
}
