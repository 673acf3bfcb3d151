package dev.plinth.app.redis;

import io.lettuce.core.metrics.CommandLatencyRecorder;
import io.lettuce.core.protocol.ProtocolKeyword;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.net.SocketAddress;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** Times the commands that Redis has answered, from the moment that they were sent. */
final class CommandTimer implements CommandLatencyRecorder {
    private static final Duration[] BUCKETS = IntStream.of(500, 1_000, 2_500, 5_000, 10_000, 50_000, 200_000)
            .mapToObj(micros -> Duration.of(micros, ChronoUnit.MICROS))
            .toArray(Duration[]::new);

    private final MeterRegistry registry;
    private final Map<String, Timer> timers = new ConcurrentHashMap<>();

    CommandTimer(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void recordCommandLatency(
            SocketAddress local, SocketAddress remote, ProtocolKeyword command, long firstNanos, long allNanos) {
        timers.computeIfAbsent(command.toString(), this::timer).record(allNanos, TimeUnit.NANOSECONDS);
    }

    private Timer timer(String command) {
        return Timer.builder("mdl.redis.command")
                .description("How long Redis took to answer commands")
                .tag("command", command)
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
    }
}
