package dev.plinth.checks.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.plinth.checks.faults.load.Figures;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The measuring instrument of the drills, on a server whose faults are known. */
final class LoadIT {
    private static final Pattern METRIC_ID = Pattern.compile("\"metric_id\": \"([^\"]+)\"");

    /** What the server does with a request. */
    private enum Mood {
        WELL,
        REFUSING,
        FORGETTING
    }

    @TempDir
    private Path folder;

    private final Set<String> kept = ConcurrentHashMap.newKeySet();
    private final AtomicReference<Mood> mood = new AtomicReference<>(Mood.WELL);
    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void theRateIsKeptAndNothingFailsWhereNothingIsWrong() throws Exception {
        var figures = loadWhile(Mood.WELL);

        assertThat(figures.failures()).isEmpty();
        assertThat(figures.lost()).isEmpty();
        assertThat(figures.sent()).isGreaterThan(5 * Load.REQUESTS_PER_SECOND);
        assertThat(figures.acknowledged()).isEqualTo(kept.size()).isGreaterThan(figures.sent() / 11);
    }

    @Test
    void anOutageIsMeasuredThoughNoRequestWaitsForItsEnd() throws Exception {
        var figures = loadWhile(Mood.REFUSING);

        assertThat(figures.failures().keySet()).containsExactly("status 503");
        assertThat(figures.failed()).isGreaterThan(Load.REQUESTS_PER_SECOND);
        assertThat(figures.longestOutageMillis()).isBetween(1_500L, 4_000L);
        assertThat(figures.lost()).isEmpty();
    }

    @Test
    void writesThatWereAcknowledgedAndForgottenAreTold() throws Exception {
        var figures = loadWhile(Mood.FORGETTING);

        assertThat(figures.failures()).isEmpty();
        assertThat(figures.lost()).isNotEmpty().doesNotContainAnyElementsOf(kept);
        assertThat(figures.acknowledged())
                .isEqualTo(kept.size() + figures.lost().size());
    }

    /** A load during two seconds of which the server is in a mood. */
    private Figures loadWhile(Mood fault) throws Exception {
        var address = "http://127.0.0.1:%d".formatted(server.getAddress().getPort());
        try (var load = Load.on(new Load.Aim(address, authority(), List.of("one", "two")), "load-it")) {
            mood.set(fault);
            Thread.sleep(Duration.ofSeconds(2));
            mood.set(Mood.WELL);
            return load.end();
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status(exchange, body), -1);
        }
    }

    private int status(HttpExchange exchange, String body) {
        if (mood.get() == Mood.REFUSING) {
            return 503;
        }
        if (exchange.getRequestMethod().equals("POST")) {
            var id = METRIC_ID.matcher(body);
            if (id.find() && mood.get() == Mood.WELL) {
                kept.add(id.group(1));
            }
            return 201;
        }
        var path = exchange.getRequestURI().getPath();
        var isForgotten = path.contains("load-it-") && !kept.contains(path.substring(path.lastIndexOf('/') + 1));
        return isForgotten ? 404 : 200;
    }

    /** A certificate that is needed for nothing: the server speaks plain HTTP. */
    private Path authority() throws IOException, InterruptedException {
        var file = folder.resolve("ca.pem");
        var store = folder.resolve("store.p12").toString();
        keytool("-genkeypair", "-alias", "ca", "-keyalg", "EC", "-dname", "CN=nobody", "-keystore", store);
        keytool("-exportcert", "-rfc", "-alias", "ca", "-keystore", store, "-file", file.toString());
        assertThat(Files.size(file)).isPositive();
        return file;
    }

    private static void keytool(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin/keytool").toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("-storepass", "nothing", "-noprompt"));
        assertThat(new ProcessBuilder(command).start().waitFor()).isZero();
    }
}
