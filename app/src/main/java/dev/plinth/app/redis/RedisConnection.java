package dev.plinth.app.redis;

import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import dev.plinth.app.lifecycle.Failures;
import dev.plinth.app.telemetry.Telemetry;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.StaticCredentialsProvider;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.Delay;
import io.lettuce.core.tracing.Tracing;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * One connection to Redis, shared by all threads. It is opened in the background, so that the app starts without
 * Redis, and opened again whenever it breaks; until then every command fails at once.
 */
final class RedisConnection implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(RedisConnection.class.getName());
    private static final RedisCodec<String, byte[]> CODEC = RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE);
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration RETRY_PAUSE = Duration.ofMillis(500);
    // Commands that may wait for Redis at any time; more would only pile up in the app's memory.
    private static final int WAITING_MAX = 10_000;
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(2);

    private final RedisURI address;
    private final ClientResources resources;
    private final RedisClient client;
    private final AtomicReference<Optional<StatefulRedisConnection<String, byte[]>>> current =
            new AtomicReference<>(Optional.empty());
    private final Thread opener;
    private volatile boolean closing;

    RedisConnection(RedisSettings settings, Telemetry telemetry) {
        address = RedisURI.create(settings.url());
        address.setTimeout(CONNECT_TIMEOUT);
        address.setCredentialsProvider(
                new StaticCredentialsProvider(null, settings.password().toCharArray()));
        resources = ClientResources.builder()
                .ioThreadPoolSize(2)
                .computationThreadPoolSize(2)
                .reconnectDelay(Delay.constant(RETRY_PAUSE))
                .commandLatencyRecorder(new CommandTimer(telemetry.meters().registry()))
                .tracing(telemetry.tracing().sends() ? new CommandSpans(telemetry.tracing()) : Tracing.disabled())
                .build();
        client = RedisClient.create(resources);
        client.setOptions(ClientOptions.builder()
                .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
                .requestQueueSize(WAITING_MAX)
                .socketOptions(SocketOptions.builder()
                        .connectTimeout(CONNECT_TIMEOUT)
                        .keepAlive(true)
                        .build())
                .build());
        opener = Thread.ofVirtual().name("redis-opener").start(this::open);
    }

    Optional<StatefulRedisConnection<String, byte[]>> get() {
        return current.get().filter(StatefulRedisConnection::isOpen);
    }

    /** Tries until it works once; from then on the client itself reconnects. */
    private void open() {
        boolean complained = false;
        while (!closing) {
            try {
                current.set(Optional.of(client.connect(CODEC, address)));
                LOG.log(INFO, "Connected to Redis at {0}:{1}", address.getHost(), Integer.toString(address.getPort()));
                return;
            } catch (RedisException failure) {
                if (!complained && !closing) {
                    LOG.log(WARNING, "Running without Redis, which cannot be reached: {0}", Failures.root(failure));
                    complained = true;
                }
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(RETRY_PAUSE);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closing = true;
        opener.interrupt();
        awaitOpener();
        client.shutdown(0, CLOSE_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        resources
                .shutdown(0, CLOSE_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)
                .awaitUninterruptibly(CLOSE_TIMEOUT.toMillis());
    }

    /** The client must not be taken down below an attempt to connect: it would fail in ways of its own. */
    private void awaitOpener() {
        try {
            opener.join(CONNECT_TIMEOUT.plus(RETRY_PAUSE));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
