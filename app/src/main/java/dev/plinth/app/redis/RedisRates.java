package dev.plinth.app.redis;

import dev.plinth.app.limits.Rates;
import dev.plinth.app.limits.SharedRates;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.BucketExceptions.BucketExecutionException;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.redis.lettuce.Bucket4jLettuce.LettuceBasedProxyManagerBuilder;
import io.github.bucket4j.redis.lettuce.RedisApi;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/** What callers have used up, in Redis. */
final class RedisRates implements SharedRates {
    private static final String KEY_PREFIX = "mdl:rate:1:";
    private static final Duration WAIT_MAX = Duration.ofMillis(200);
    private static final Duration KEEP_LONGER = Duration.ofSeconds(10);

    private final ProxyManager<String> buckets;

    RedisRates(Supplier<Optional<StatefulRedisConnection<String, byte[]>>> connection) {
        buckets = new LettuceBasedProxyManagerBuilder<>(new Commands<String>(connection))
                .expirationAfterWrite(ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(KEEP_LONGER))
                .requestTimeout(WAIT_MAX)
                .build();
    }

    @Override
    public OptionalLong use(String caller, int quota, long tokens) {
        var bucket = buckets.builder()
                .build(
                        key(caller, quota),
                        () -> BucketConfiguration.builder()
                                .addLimit(limit -> limit.capacity(quota).refillGreedy(quota, Rates.WINDOW))
                                .build());
        try {
            return OptionalLong.of(bucket.asVerbose()
                    .consumeIgnoringRateLimits(tokens)
                    .getState()
                    .getAvailableTokens());
        } catch (BucketExecutionException | RedisException unreachable) {
            return OptionalLong.empty();
        }
    }

    /** A bucket keeps the quota that it was made with: instances with another one, of a new release, use another. */
    private static String key(String caller, int quota) {
        return "%s%d:%s".formatted(KEY_PREFIX, quota, caller);
    }

    /**
     * By whatever connection there is at the time. Its keys are texts; but the library gives them in arrays of plain
     * objects, which only a parameter of no known type takes.
     */
    private record Commands<K>(Supplier<Optional<StatefulRedisConnection<String, byte[]>>> connection)
            implements RedisApi<K> {
        @Override
        public <V> RedisFuture<V> eval(String script, ScriptOutputType type, K[] keys, byte[][] arguments) {
            return open().eval(script, type, texts(keys), arguments);
        }

        @Override
        public RedisFuture<byte[]> get(K key) {
            return open().get(String.valueOf(key));
        }

        @Override
        public RedisFuture<?> delete(K key) {
            return open().del(String.valueOf(key));
        }

        private static String[] texts(Object[] keys) {
            return Arrays.stream(keys).map(String::valueOf).toArray(String[]::new);
        }

        private RedisAsyncCommands<String, byte[]> open() {
            return connection
                    .get()
                    .orElseThrow(() -> new RedisException("There is no connection"))
                    .async();
        }
    }
}
