package dev.plinth.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.app.support.Bodies;
import dev.plinth.app.support.Eventually;
import dev.plinth.app.support.RunningApp;
import dev.plinth.app.support.Servers;
import dev.plinth.app.support.UnfinishedRequest;
import dev.plinth.app.support.UnreadAnswers;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Clients that take their time. All begin together, since each of them may take as long as it is allowed to. */
@ExtendWith(Servers.Extension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SlowClientsIT {
    private static final Duration MARGIN = Duration.ofSeconds(8);
    private static final int CALLS = 20;
    private static final int ATTEMPTS_MAX = 10;
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();
    private final RunningApp app;
    private final Future<Outcome> trickling;
    private final Future<Outcome> silent;
    private final Future<Duration> unreadPiece;
    private final Future<Duration> unreadWhole;

    /** What came before the connection was closed, and how long that took. */
    private record Outcome(String answer, Duration after) {}

    SlowClientsIT(Servers servers) throws SQLException {
        app = new RunningApp(servers.environment());
        trickling = clients.submit(() -> timed(this::trickle));
        silent = clients.submit(() -> timed(this::fallSilent));
        unreadPiece = clients.submit(() -> timeHeld(servers, "/api/v1/exports?format=ndjson"));
        unreadWhole = clients.submit(() -> timeHeld(servers, "/openapi.json"));
    }

    @AfterAll
    void stop() {
        clients.shutdownNow();
        app.close();
    }

    @Test
    void aBodyThatTricklesIsRefusedWhenItsTimeIsUp() throws Exception {
        assertThat(trickling.get().answer())
                .startsWith("HTTP/1.1 408 ")
                .contains("application/problem+json")
                .contains("\"code\":\"body_too_slow\"")
                .contains("Send the body within 20 seconds.")
                .contains("Connection: close");
        assertCutAfter(Duration.ofSeconds(20), trickling.get().after());
    }

    @Test
    void whoStopsInTheMiddleOfABodyIsCut() throws Exception {
        assertThat(silent.get().answer()).isEmpty();
        assertCutAfter(Duration.ofSeconds(20), silent.get().after());
    }

    @Test
    void whoDoesNotReadWhatIsSentInPiecesIsCut() throws Exception {
        assertCutAfter(Duration.ofSeconds(20), unreadPiece.get());
    }

    @Test
    void whoDoesNotReadWhatIsSentAtOnceIsCut() throws Exception {
        assertCutAfter(Duration.ofMinutes(1), unreadWhole.get());
    }

    private static void assertCutAfter(Duration allowed, Duration after) {
        assertThat(after).isBetween(allowed.minusSeconds(1), allowed.plus(MARGIN));
    }

    /** Sends a byte a second, for as long as there is no answer. */
    private String trickle() throws IOException, InterruptedException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), app.apiPort())) {
            socket.getOutputStream()
                    .write("POST /api/v1/domains HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                            .concat("Authorization: %s\r\nContent-Length: 1000\r\n\r\n"
                                    .formatted(app.api().authorization()))
                            .getBytes(StandardCharsets.US_ASCII));
            while (socket.getInputStream().available() == 0) {
                socket.getOutputStream().write(' ');
                Thread.sleep(1_000);
            }
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private String fallSilent() throws IOException {
        try (var begun = new UnfinishedRequest(app.apiPort(), app.api().authorization(), "silent")) {
            return begun.answer();
        }
    }

    private interface Waiting {
        String answer() throws IOException, InterruptedException;
    }

    private static Outcome timed(Waiting waiting) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        String answer = waiting.answer();
        return new Outcome(answer, Duration.ofNanos(System.nanoTime() - begin));
    }

    /** For how long an app that serves one request at a time serves nobody else when its answers are not read. */
    private static Duration timeHeld(Servers servers, String path) throws Exception {
        Map<String, String> environment = servers.environment();
        environment.put("MDL_HTTP_REQUESTS_MAX", "1");
        environment.put("MDL_HTTP_WAITING_MAX", "0");
        try (var narrow = new RunningApp(environment)) {
            create(narrow, "/api/v1/domains", Bodies.domain("slow"));
            for (int index = 0; index < 20; index++) {
                create(narrow, "/api/v1/metrics", longMetric("slow.m" + index));
            }
            for (int attempt = 1; ; attempt++) {
                long begin = System.nanoTime();
                try (var unread =
                        new UnreadAnswers(narrow.apiPort(), narrow.api().authorization(), path)) {
                    if (refusals(narrow) == 0 && attempt < ATTEMPTS_MAX) {
                        // Its first request was refused: the place of the one before was not free yet.
                        continue;
                    }
                    Eventually.becomes(0, Duration.ofSeconds(90), () -> refusals(narrow));
                    long end = System.nanoTime() - CALLS * PAUSE.toNanos();
                    assertThat(unread.isCut()).isTrue();
                    return Duration.ofNanos(end - begin);
                }
            }
        }
    }

    /** A request is answered a moment before its place is free, so that the next one may be refused. */
    private static void create(RunningApp app, String path, String body) throws Exception {
        Eventually.becomes(
                201, Duration.ofSeconds(5), () -> app.api().post(path, body).status());
    }

    /** How many of some requests are refused, which are sent within a second. */
    private static int refusals(RunningApp app) throws Exception {
        int refusals = 0;
        for (int call = 0; call < CALLS; call++) {
            refusals += app.anonymous().get("/api/v1/version").status() == 503 ? 1 : 0;
            Thread.sleep(PAUSE);
        }
        return refusals;
    }

    private static String longMetric(String id) {
        return Bodies.metric(id, "slow").replace("What it says.", "What it says. ".repeat(500));
    }
}
