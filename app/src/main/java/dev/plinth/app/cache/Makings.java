package dev.plinth.app.cache;

import dev.plinth.app.cache.Loader.Loaded;
import dev.plinth.app.cache.SharedMemory.Value;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Makes answers that are not kept yet: one thread of the app at a time, and nearly always one instance of it. */
final class Makings {
    // Longer than answers usually take to be made; an instance that dies holds up others no longer.
    private static final Duration CLAIM_TIME = Duration.ofSeconds(2);
    private static final Duration POLL_PAUSE = Duration.ofMillis(10);
    private static final int POLLS_MAX = 25;
    private static final byte[] CLAIMED = {1};

    private final SharedMemory memory;
    private final CacheCounts counts;
    private final EntryMaker entries;
    private final Flights<Cached> flights = new Flights<>();

    Makings(SharedMemory memory, CacheCounts counts, EntryMaker entries) {
        this.memory = memory;
        this.counts = counts;
        this.entries = entries;
    }

    Cached make(CacheKey key, long generation, Loader loader) {
        String making = key.making(generation);
        return flights.join(
                making,
                () -> claim(making) ? makeAndKeep(key, generation, loader) : await(key, generation, loader),
                () -> counts.shared(key.kind()));
    }

    /** Whether no other instance makes it now; when the memory is off, this one had better. */
    private boolean claim(String making) {
        return memory.writeFirst(making, CLAIMED, CLAIM_TIME)
                .map(Value.None.class::isInstance)
                .orElse(true);
    }

    private Cached makeAndKeep(CacheKey key, long generation, Loader loader) {
        try {
            Loaded loaded = counts.timed(key.kind(), loader::load);
            if (loaded.keep()) {
                Entry entry = entries.entry(generation, loaded.bytes());
                memory.write(key.entry(), entry.bytes(), entries.time(entry));
            }
            return Cached.fresh(loaded.bytes(), CacheUse.MISS);
        } finally {
            memory.remove(key.making(generation));
        }
    }

    /** What the other instance makes; this one makes it after all when that takes too long, or comes to nothing. */
    private Cached await(CacheKey key, long generation, Loader loader) {
        for (int poll = 0; poll < POLLS_MAX && pause(); poll++) {
            Optional<List<Value>> read = memory.read(List.of(key.entry(), key.making(generation)));
            Optional<Entry> entry = read.flatMap(values -> good(values.getFirst(), generation));
            if (entry.isPresent()) {
                counts.shared(key.kind());
                return entry.get().as(CacheUse.HIT, entries.clock().instant());
            }
            if (read.isEmpty() || read.get().getLast() instanceof Value.None) {
                break;
            }
        }
        return makeAndKeep(key, generation, loader);
    }

    private Optional<Entry> good(Value value, long generation) {
        return value instanceof Value.Some(byte[] bytes)
                ? Optional.of(Entry.of(bytes))
                        .filter(entry -> entry.generation() == generation
                                && entry.isGood(entries.clock().instant()))
                : Optional.empty();
    }

    /** Whether nobody wants this thread to stop. */
    private static boolean pause() {
        try {
            Thread.sleep(POLL_PAUSE);
            return true;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
