package dev.plinth.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.app.support.Eventually;
import dev.plinth.app.support.IdleConnection;
import dev.plinth.app.support.RunningApp;
import dev.plinth.app.support.Servers;
import dev.plinth.app.support.UnfinishedRequest;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How the app ends: it says so, waits, finishes what has begun, and stops in time. */
@ExtendWith(Servers.Extension.class)
final class DrainIT {
    private static final Duration NOTICE = Duration.ofSeconds(2);
    private static final Duration FINISH = Duration.ofSeconds(10);
    /** What closing the pools takes on a busy machine. */
    private static final Duration CLOSING = Duration.ofSeconds(5);

    private final ExecutorService stopping = Executors.newVirtualThreadPerTaskExecutor();

    @AfterEach
    void stop() {
        stopping.close();
    }

    @Test
    void whatHasBegunIsFinishedAndThenTheAppStops(Servers servers) throws Exception {
        try (var app = new RunningApp(environment(servers, NOTICE, FINISH));
                var idle = new IdleConnection(app.apiPort());
                var begun = new UnfinishedRequest(app.apiPort(), app.api().authorization(), "begun")) {
            awaitServing(app);
            Future<Duration> stop = stop(app);
            Eventually.becomes(
                    503, NOTICE, () -> app.admin().get("/health/ready").status());
            assertThat(accepts(app.apiPort())).isTrue();
            Eventually.becomes(false, NOTICE.plus(CLOSING), () -> accepts(app.apiPort()));
            assertThat(stop.isDone()).isFalse();

            begun.finish();

            assertThat(begun.answer()).startsWith("HTTP/1.1 201 ").contains("Connection: close");
            assertThat(stop.get()).isBetween(NOTICE, NOTICE.plus(FINISH));
            assertThat(idle.isClosed()).isTrue();
        }
    }

    @Test
    void connectionsThatNobodyUsesHoldNothingUp(Servers servers) throws Exception {
        try (var app = new RunningApp(environment(servers, Duration.ZERO, FINISH));
                var one = new IdleConnection(app.apiPort());
                var other = new IdleConnection(app.apiPort())) {
            assertThat(stop(app).get()).isLessThan(CLOSING);
            assertThat(one.isClosed() && other.isClosed()).isTrue();
        }
    }

    @Test
    void whoDoesNotFinishInTimeIsCut(Servers servers) throws Exception {
        Duration finish = Duration.ofSeconds(2);
        try (var app = new RunningApp(environment(servers, Duration.ZERO, finish));
                var begun = new UnfinishedRequest(app.apiPort(), app.api().authorization(), "begun")) {
            awaitServing(app);
            assertThat(stop(app).get()).isBetween(finish, finish.plus(CLOSING));
            assertThat(begun.answer()).isEmpty();
        }
    }

    private static Map<String, String> environment(Servers servers, Duration notice, Duration finish) throws Exception {
        Map<String, String> environment = servers.environment();
        environment.put("MDL_DRAIN_NOTICE_SECONDS", Long.toString(notice.toSeconds()));
        environment.put("MDL_DRAIN_FINISH_SECONDS", Long.toString(finish.toSeconds()));
        return environment;
    }

    /** What was sent is not being served before the app has read it. */
    private static void awaitServing(RunningApp app) throws Exception {
        Eventually.becomes(
                true,
                CLOSING,
                () -> app.admin().get("/metrics").body().lines().anyMatch("http_server_active_requests 1.0"::equals));
    }

    /** How long the stop takes. */
    private Future<Duration> stop(RunningApp app) {
        return stopping.submit(() -> {
            long begin = System.nanoTime();
            app.close();
            return Duration.ofNanos(System.nanoTime() - begin);
        });
    }

    private static boolean accepts(int port) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (ConnectException refused) {
            return false;
        }
    }
}
