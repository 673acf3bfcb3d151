package dev.plinth.app.redis;

import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import dev.plinth.app.cache.SharedMemory;
import dev.plinth.app.limits.SharedRates;
import dev.plinth.app.telemetry.Telemetry;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.lettuce.core.RedisException;
import io.lettuce.core.SetArgs;
import io.lettuce.core.api.async.RedisAsyncCommands;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Redis as a memory. One that is slow, hung or gone costs a caller at most {@link #WAIT_MAX}, and soon nothing. */
public final class RedisCache implements SharedMemory, AutoCloseable {
    private static final System.Logger LOG = System.getLogger(RedisCache.class.getName());
    // The digit is the version of what is kept: raise it when answers or entries change their form.
    private static final String KEY_PREFIX = "mdl:2:";
    private static final Duration WAIT_MAX = Duration.ofMillis(200);
    private static final int FAILURES_MAX = 5;
    private static final Duration BREAKER_PAUSE = Duration.ofSeconds(2);

    private final RedisConnection connection;
    private final CircuitBreaker breaker = breaker();

    /** Returns at once; the connection is made in the background. */
    public RedisCache(RedisSettings settings, Telemetry telemetry) {
        this.connection = new RedisConnection(settings, telemetry);
        breaker.getEventPublisher().onStateTransition(event -> {
            switch (event.getStateTransition().getToState()) {
                case OPEN -> LOG.log(WARNING, "Redis does not answer; going on without it until it does");
                case CLOSED -> LOG.log(INFO, "Redis answers again");
                default -> {}
            }
        });
    }

    /** Opens after so many failures in a row; after a pause one call at a time finds out whether it may close. */
    private static CircuitBreaker breaker() {
        return CircuitBreaker.of(
                "redis",
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(FAILURES_MAX)
                        .minimumNumberOfCalls(FAILURES_MAX)
                        .failureRateThreshold(100)
                        .waitDurationInOpenState(BREAKER_PAUSE)
                        .permittedNumberOfCallsInHalfOpenState(1)
                        .build());
    }

    /** What callers have used up, over the same connection. */
    public SharedRates rates() {
        return new RedisRates(connection::get);
    }

    @Override
    public boolean isUp() {
        return breaker.getState() == State.CLOSED && connection.get().isPresent();
    }

    @Override
    public Optional<List<Value>> read(List<String> keys) {
        String[] names = keys.stream().map(RedisCache::named).toArray(String[]::new);
        return answered(redis -> redis.mget(names)
                .toCompletableFuture()
                .thenApply(values -> values.stream()
                        .<Value>map(value -> value.hasValue() ? new Value.Some(value.getValue()) : new Value.None())
                        .toList()));
    }

    @Override
    public void write(String key, byte[] value, Duration time) {
        begun(redis -> redis.set(named(key), value, SetArgs.Builder.px(time)).toCompletableFuture());
    }

    @Override
    public boolean overwrite(String key, byte[] value, Duration time) {
        return answered(redis ->
                        redis.set(named(key), value, SetArgs.Builder.px(time)).toCompletableFuture())
                .isPresent();
    }

    /** In two steps: before Redis 7, one command cannot do both. */
    @Override
    public Optional<Value> writeFirst(String key, byte[] value, Duration time) {
        Optional<Boolean> first = answered(
                redis -> redis.set(named(key), value, SetArgs.Builder.nx().px(time))
                        .toCompletableFuture()
                        .thenApply("OK"::equals));
        return first.flatMap(isFirst ->
                isFirst ? Optional.of(new Value.None()) : read(List.of(key)).map(List::getFirst));
    }

    @Override
    public void remove(String key) {
        begun(redis -> redis.unlink(named(key)).toCompletableFuture());
    }

    /** What Redis answers; empty when it does not in time. */
    private <T> Optional<T> answered(Function<RedisAsyncCommands<String, byte[]>, CompletableFuture<T>> command) {
        return begun(command).flatMap(RedisCache::awaited);
    }

    /** The command on its way, of which the breaker will know how it went; empty when Redis is off. */
    private <T> Optional<CompletableFuture<T>> begun(
            Function<RedisAsyncCommands<String, byte[]>, CompletableFuture<T>> command) {
        var open = connection.get();
        if (open.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(breaker.executeCompletionStage(() ->
                            command.apply(open.get().async()).orTimeout(WAIT_MAX.toMillis(), TimeUnit.MILLISECONDS))
                    .toCompletableFuture());
        } catch (RedisException tooManyWaiting) {
            return Optional.empty();
        }
    }

    private static <T> Optional<T> awaited(CompletableFuture<T> command) {
        try {
            return Optional.of(command.get());
        } catch (ExecutionException off) {
            return Optional.empty();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static String named(String key) {
        return KEY_PREFIX + key;
    }

    @Override
    public void close() {
        connection.close();
    }
}
