package dev.plinth.app.cache;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/** Makes entries that are good for a while from now on. */
record EntryMaker(Clock clock, Lifetimes lifetimes, RandomGenerator random) {
    Entry entry(long generation, byte[] body) {
        Instant now = clock.instant();
        return new Entry(generation, now, now.plus(lifetimes.drawn(random)), body);
    }

    /** How long the memory must have the entry. */
    Duration time(Entry entry) {
        return Duration.between(entry.madeAt(), entry.goodUntil()).plus(lifetimes.tolerance());
    }
}
