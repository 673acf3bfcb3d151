package dev.plinth.app.cache;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long answers are kept.
 *
 * @param good at least this long, unless what they are made of changes
 * @param jitter up to this much longer, so that those that were made together do not end together
 * @param tolerance after that, while the database cannot be asked
 */
public record Lifetimes(Duration good, Duration jitter, Duration tolerance) {
    public static final Lifetimes USUAL =
            new Lifetimes(Duration.ofMinutes(35), Duration.ofMinutes(10), Duration.ofSeconds(60));

    Duration drawn(RandomGenerator random) {
        return good.plusMillis(random.nextLong(jitter.toMillis() + 1));
    }
}
