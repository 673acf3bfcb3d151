package dev.plinth.app.cache;

import dev.plinth.app.cache.Loader.Loaded;
import dev.plinth.app.cache.SharedMemory.Value;
import dev.plinth.app.values.StoreUnavailableException;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;

/**
 * Answers from the memory, or made anew and kept there. What was begun before a renewal of its stamp is not found any
 * more after it. However many want the same answer at the same time, it is made once, or nearly so.
 */
public final class ReadThrough {
    private final SharedMemory memory;
    private final Stamps stamps;
    private final Makings makings;
    private final CacheCounts counts;
    private final Clock clock;
    private final Lifetimes lifetimes;

    public ReadThrough(SharedMemory memory, MeterRegistry meters, Clock clock) {
        this(memory, meters, clock, Lifetimes.USUAL);
    }

    ReadThrough(SharedMemory memory, MeterRegistry meters, Clock clock, Lifetimes lifetimes) {
        this.memory = memory;
        this.clock = clock;
        this.lifetimes = lifetimes;
        var random = RandomGenerator.getDefault();
        counts = new CacheCounts(meters);
        stamps = new Stamps(memory, random, clock);
        makings = new Makings(memory, counts, new EntryMaker(clock, lifetimes, random));
    }

    /** Whether answers can be kept now, as far as the last calls tell. */
    public boolean isUp() {
        return memory.isUp();
    }

    /** The answer as it is kept, else as the loader makes it; fails as the loader fails. */
    public Cached read(CacheKey key, Loader loader) {
        Cached answer = stamps.isSettled(key.stamp()) ? found(key, loader) : anew(key, loader);
        counts.answered(key.kind(), answer.use());
        return answer;
    }

    /** The answer as it is now in the database; what is kept stays as it is. */
    public Cached bypass(CacheKey key, Loader loader) {
        counts.answered(key.kind(), CacheUse.BYPASS);
        return anew(key, loader);
    }

    /** Whether the stamp was renewed since then, as far as is known. */
    public boolean isRenewedSince(String stamp, Instant time) {
        return stamps.isRenewedSince(stamp, time);
    }

    /** From now on no answer is given any more that was made before; false when that could not be done yet. */
    public boolean renew(List<String> outdated) {
        boolean done = stamps.renew(outdated);
        counts.renewed(done);
        return done;
    }

    private Cached found(CacheKey key, Loader loader) {
        Optional<List<Value>> read = memory.read(List.of(key.entry(), key.stampKey()));
        if (read.isEmpty()) {
            return anew(key, loader);
        }
        OptionalLong generation = stamps.generation(key.stamp(), read.get().getLast());
        if (generation.isEmpty()) {
            return anew(key, loader);
        }
        Optional<Entry> entry = entry(read.get().getFirst(), generation.getAsLong());
        Instant now = clock.instant();
        return entry.filter(kept -> kept.isGood(now))
                .map(kept -> kept.as(CacheUse.HIT, now))
                .orElseGet(() -> made(key, generation.getAsLong(), loader, entry));
    }

    private Cached made(CacheKey key, long generation, Loader loader, Optional<Entry> expired) {
        try {
            return makings.make(key, generation, loader);
        } catch (StoreUnavailableException outage) {
            Instant now = clock.instant();
            return expired.filter(kept -> kept.isTolerable(now, lifetimes.tolerance()))
                    .map(kept -> kept.as(CacheUse.STALE, now))
                    .orElseThrow(() -> outage);
        }
    }

    private static Optional<Entry> entry(Value value, long generation) {
        return value instanceof Value.Some some
                ? Optional.of(Entry.of(some.bytes())).filter(entry -> entry.generation() == generation)
                : Optional.empty();
    }

    private Cached anew(CacheKey key, Loader loader) {
        Loaded loaded = counts.timed(key.kind(), loader::load);
        return Cached.fresh(loaded.bytes(), CacheUse.BYPASS);
    }
}
