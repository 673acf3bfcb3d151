package dev.plinth.app.redis;

import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import dev.plinth.app.telemetry.Telemetry;
import io.lettuce.core.SetArgs;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.random.RandomGenerator;

/** Metrics in Redis. A Redis that is slow, hung or gone costs a caller at most {@link #WAIT_MAX}, and soon nothing. */
public final class RedisCache implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(RedisCache.class.getName());
    // The digit is the version of the stored form: raise it when MetricJson changes.
    private static final String KEY_PREFIX = "mdl:metric:1:";
    private static final Duration WAIT_MAX = Duration.ofMillis(200);
    private static final Duration KEEP = Duration.ofMinutes(5);
    // Spreads the expiry of metrics that were cached together.
    private static final Duration KEEP_JITTER = Duration.ofMinutes(1);
    private static final int FAILURES_MAX = 5;
    private static final Duration BREAKER_PAUSE = Duration.ofSeconds(2);

    private final RedisConnection connection;
    private final RandomGenerator random;
    private final Breaker breaker = new Breaker(FAILURES_MAX, BREAKER_PAUSE, System::nanoTime);

    /** Returns at once; the connection is made in the background. */
    public RedisCache(RedisSettings settings, RandomGenerator random, Telemetry telemetry) {
        this.connection = new RedisConnection(settings, telemetry);
        this.random = random;
    }

    /** Whether Redis answers, as far as the last calls tell. */
    public boolean isUp() {
        return breaker.isClosed() && connection.get().isPresent();
    }

    /** What is kept under the key, if anything is, and if Redis answers. */
    public Optional<byte[]> find(String key) {
        var open = connection.get();
        if (open.isEmpty() || !breaker.admits()) {
            return Optional.empty();
        }
        var reading = open.get().async().get(KEY_PREFIX + key).toCompletableFuture();
        try {
            byte[] found = reading.get(WAIT_MAX.toMillis(), TimeUnit.MILLISECONDS);
            succeeded();
            return Optional.ofNullable(found);
        } catch (ExecutionException | TimeoutException | CancellationException failure) {
            reading.cancel(true);
            failed();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }

    /** Keeps it for a while, if that is possible; does not wait for it. */
    public void keep(String key, byte[] value) {
        long millis = KEEP.toMillis() + random.nextLong(KEEP_JITTER.toMillis());
        connection
                .get()
                .ifPresent(open -> open.async()
                        .set(KEY_PREFIX + key, value, SetArgs.Builder.px(millis))
                        .exceptionally(failure -> {
                            failed();
                            return "";
                        }));
    }

    private void succeeded() {
        if (breaker.succeeded()) {
            LOG.log(INFO, "Redis answers again");
        }
    }

    private void failed() {
        if (breaker.failed()) {
            LOG.log(WARNING, "Redis does not answer; going on without it until it does");
        }
    }

    @Override
    public void close() {
        connection.close();
    }
}
