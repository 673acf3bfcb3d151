package dev.plinth.app.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.plinth.app.values.StoreUnavailableException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/**
 * Answers of the store, asked for again every few seconds while they are used, by one caller for all. While the store
 * cannot be reached the last answer holds on for a while: what nobody can reach nobody can have changed.
 */
final class Remembered<K, V> {
    /** No answer is given that is older, unless the store cannot be reached. */
    static final Duration BOUND = Duration.ofSeconds(10);

    private static final Duration FRESH = BOUND.dividedBy(2);
    private static final Duration BOUND_IN_AN_OUTAGE = Duration.ofMinutes(15);
    private static final int COUNT_MAX = 10_000;

    private final Cache<K, Answer<V>> answers = Caffeine.newBuilder()
            .maximumSize(COUNT_MAX)
            .expireAfterAccess(BOUND_IN_AN_OUTAGE)
            .build();
    private final Function<K, V> store;
    private final Clock clock;

    /** An answer, when the store gave it, and when the store was asked last. */
    private record Answer<V>(V value, Instant given, Instant asked, AtomicBoolean asking) {
        Answer(V value, Instant given, Instant asked) {
            this(value, given, asked, new AtomicBoolean());
        }

        boolean isYoungerThan(Duration age, Instant now) {
            return asked.plus(age).isAfter(now);
        }

        /** Whether somebody else is asking for a newer one at this moment; if nobody is, the caller has to. */
        boolean isBeingRenewed() {
            return !asking.compareAndSet(false, true);
        }
    }

    Remembered(Function<K, V> store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    V get(K key) {
        Instant now = clock.instant();
        Answer<V> last = answers.getIfPresent(key);
        if (last != null
                && (last.isYoungerThan(FRESH, now) || (last.isYoungerThan(BOUND, now) && last.isBeingRenewed()))) {
            return last.value();
        }
        return renewed(key, now).value();
    }

    /** Of those who come at once one asks, and the others wait for that answer. */
    private Answer<V> renewed(K key, Instant now) {
        return answers.asMap().compute(key, (same, known) -> {
            if (known != null && known.isYoungerThan(FRESH, now)) {
                return known;
            }
            try {
                return new Answer<>(store.apply(key), now, now);
            } catch (StoreUnavailableException outage) {
                if (known == null || known.given().plus(BOUND_IN_AN_OUTAGE).isBefore(now)) {
                    throw outage;
                }
                return new Answer<>(known.value(), known.given(), now);
            }
        });
    }

    void forget(K key) {
        answers.invalidate(key);
    }

    void forgetAll() {
        answers.invalidateAll();
    }
}
