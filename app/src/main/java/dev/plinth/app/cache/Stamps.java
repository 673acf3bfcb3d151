package dev.plinth.app.cache;

import dev.plinth.app.cache.SharedMemory.Value;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;

/**
 * Generations of what answers are made of. A stamp is renewed by one write, and all answers made before are outdated:
 * those that are kept, and those that are being made. A generation is a random number, so that none ever comes again,
 * even after the memory has lost it; beside it stands when it began.
 */
final class Stamps {
    // Longer than any answer is kept; one that is lost earlier only makes answers outdated.
    private static final Duration TIME = Duration.ofHours(24);

    private final SharedMemory memory;
    private final RandomGenerator random;
    private final Clock clock;
    private final Set<String> owed = ConcurrentHashMap.newKeySet();

    Stamps(SharedMemory memory, RandomGenerator random, Clock clock) {
        this.memory = memory;
        this.random = random;
        this.clock = clock;
    }

    /** The generation in the value that was read, or a first one; empty when the memory is off. */
    OptionalLong generation(String stamp, Value read) {
        return switch (read) {
            case Value.Some some -> number(some.bytes());
            case Value.None none -> first(stamp, next());
        };
    }

    /** The first generation, whoever wrote one first. */
    private OptionalLong first(String stamp, byte[] mine) {
        Optional<Value> before = memory.writeFirst(CacheKey.stampKey(stamp), mine, TIME);
        if (before.isEmpty()) {
            return OptionalLong.empty();
        }
        return number(before.get() instanceof Value.Some(byte[] theirs) ? theirs : mine);
    }

    /** Whether a generation has begun since then, as far as the memory tells. */
    boolean isRenewedSince(String stamp, Instant time) {
        return memory.read(List.of(CacheKey.stampKey(stamp)))
                .map(List::getFirst)
                .filter(value -> value instanceof Value.Some(byte[] bytes)
                        && ByteBuffer.wrap(bytes).getLong(Long.BYTES) >= time.toEpochMilli())
                .isPresent();
    }

    /** Begins new generations; false when the memory is off, and then they are owed. */
    boolean renew(List<String> stamps) {
        boolean all = true;
        for (String stamp : stamps) {
            all = pay(stamp) && all;
        }
        return all;
    }

    /** Whether the generation of the stamp can be trusted: no renewal of it is owed any more. */
    boolean isSettled(String stamp) {
        return !owed.contains(stamp) || pay(stamp);
    }

    private boolean pay(String stamp) {
        boolean renewed = memory.overwrite(CacheKey.stampKey(stamp), next(), TIME);
        if (renewed) {
            owed.remove(stamp);
        } else {
            owed.add(stamp);
        }
        return renewed;
    }

    private byte[] next() {
        return ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(random.nextLong())
                .putLong(clock.millis())
                .array();
    }

    private static OptionalLong number(byte[] value) {
        return OptionalLong.of(ByteBuffer.wrap(value).getLong());
    }
}
