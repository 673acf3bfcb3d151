package dev.plinth.sandbox.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.sandbox.certificate.CertificateAuthority;
import dev.plinth.sandbox.certificate.CertificateFiles;
import dev.plinth.sandbox.machine.MachineException;
import dev.plinth.sandbox.machine.MachineState;
import dev.plinth.sandbox.machine.Machines;
import dev.plinth.sandbox.machine.Pause;
import dev.plinth.sandbox.proxy.Action.FixedResponse;
import dev.plinth.sandbox.proxy.Action.Forward;
import dev.plinth.sandbox.proxy.Action.Redirect;
import dev.plinth.sandbox.proxy.Action.WeightedGroup;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLParameters;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LoadBalancersIT {
    private static final String NAME = "edge";
    private static final ProxyMachine EDGE = ProxyMachine.loadBalancer(NAME, "urn:edge");
    private static final int PORT = 18_443;
    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir
    private Path folder;

    private final Backend blue = new Backend("blue");
    private final Backend green = new Backend("green");
    private Machines machines;
    private CertificateAuthority authority;
    private CertificateFiles certificate;
    private LoadBalancers balancers;
    private HttpClient client;

    @BeforeEach
    void open() {
        machines = Machines.open(folder);
        authority = CertificateAuthority.open(folder);
        certificate = authority.issue(folder.resolve("edge-certificate"), List.of("localhost", "127.0.0.1"));
        balancers = new LoadBalancers(machines);
        client = HttpClient.newBuilder().sslContext(authority.clientContext()).build();
    }

    @AfterEach
    void removeEverything() {
        machines.removeAll();
        machines.close();
        blue.close();
        green.close();
    }

    @Test
    void weightsAreKeptExactly() throws Exception {
        int port = apply(90, 10);

        for (int request = 0; request < 200; request++) {
            assertThat(get(port, "/").statusCode()).isEqualTo(200);
        }

        assertThat(blue.requests()).isEqualTo(180);
        assertThat(green.requests()).isEqualTo(20);
        assertThat(balancers.status(NAME).orElseThrow().groups())
                .filteredOn(group -> group.name().equals("blue"))
                .singleElement()
                .satisfies(group -> assertThat(group.responses()).containsEntry("2xx", 180L));
    }

    @Test
    void flippingTwentyTimesUnderLoadLosesNoRequest() throws Exception {
        int port = apply(100, 0);
        var failures = new ConcurrentLinkedQueue<String>();
        var answers = new AtomicInteger();
        var running = new AtomicBoolean(true);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var callers = new ArrayList<Future<?>>();
            for (int caller = 0; caller < 8; caller++) {
                callers.add(threads.submit(() -> call(port, running, answers, failures)));
            }
            for (int flip = 1; flip <= 20; flip++) {
                boolean toGreen = flip % 2 == 1;
                apply(toGreen ? 0 : 100, toGreen ? 100 : 0);
                // From the confirmation on, not one request may go the old way.
                int idleBefore = (toGreen ? blue : green).requests();
                Pause.of(Duration.ofMillis(50));
                assertThat((toGreen ? blue : green).requests()).isEqualTo(idleBefore);
            }
            running.set(false);
            for (Future<?> caller : callers) {
                caller.get();
            }
        }

        assertThat(failures.stream().distinct()).isEmpty();
        assertThat(answers.get()).isGreaterThan(500);
        assertThat(green.requests()).isPositive();
    }

    @Test
    void aRequestInFlightIsAnsweredAcrossAFlip() throws Exception {
        int port = apply(100, 0);
        var slow = client.sendAsync(request(port, "/slow").build(), BodyHandlers.ofString());
        assertThat(Pause.until(SOON, () -> blue.slowRequests() == 1)).isTrue();

        apply(0, 100);

        assertThat(slow.get().body()).isEqualTo("blue");
        assertThat(get(port, "/").body()).isEqualTo("green");
    }

    @Test
    void onlyHealthyTargetsGetRequestsAndWithoutAnyTheAnswerIs503() throws Exception {
        var both = group("both", List.of(Target.of(blue.endpoint()), Target.of(green.endpoint())));
        int port = port(balancers.apply(EDGE, configuration(List.of(both), forward("both"))));
        assertThat(balancers.awaitHealthy(NAME, "both", SOON)).isTrue();

        green.healthStatus(500);
        assertThat(Pause.until(SOON, () -> unhealthy("both") == 1)).isTrue();
        for (int request = 0; request < 10; request++) {
            assertThat(get(port, "/").body()).isEqualTo("blue");
        }
        blue.healthStatus(500);
        assertThat(Pause.until(SOON, () -> unhealthy("both") == 2)).isTrue();
        assertThat(get(port, "/").statusCode()).isEqualTo(503);
        green.healthStatus(200);
        assertThat(Pause.until(SOON, () -> unhealthy("both") == 1)).isTrue();
        assertThat(get(port, "/").body()).isEqualTo("green");
    }

    @Test
    void aTargetThatRefusesConnectionsIsPassedOverAndOneThatBreaksOffIsA502() throws Exception {
        var both = group("both", List.of(Target.of(blue.endpoint()), Target.of(green.endpoint())));
        int port = port(balancers.apply(EDGE, configuration(List.of(slowly(both)), forward("both"))));
        assertThat(balancers.awaitHealthy(NAME, "both", SOON)).isTrue();
        assertThat(get(port, "/broken").statusCode()).isEqualTo(502);

        blue.close();

        for (int request = 0; request < 10; request++) {
            assertThat(post(port, "/echo", "ping").body()).isEqualTo("ping");
        }
    }

    @Test
    void aTargetThatTakesTooLongIsA504() throws Exception {
        var impatient = new ProxyAttributes(ProxyAttributes.LOCALHOST, Duration.ofSeconds(1), false);
        var configuration = new ProxyConfiguration(
                impatient, List.of(listener(PORT, forward("blue"), List.of())), List.of(group("blue", blue)));
        int port = port(balancers.apply(EDGE, configuration));
        assertThat(balancers.awaitHealthy(NAME, "blue", SOON)).isTrue();

        assertThat(get(port, "/slow").statusCode()).isEqualTo(504);
        assertThat(get(port, "/").statusCode()).isEqualTo(200);
    }

    @Test
    void rulesAreAskedByPriority() throws Exception {
        var rules = List.of(
                new Rule(20, List.of(new Condition.RequestPath(List.of("/*"))), forward("blue")),
                new Rule(10, List.of(new Condition.Header("X-Test", List.of("green"))), forward("green")),
                new Rule(5, List.of(new Condition.RequestPath(List.of("/old"))), Redirect.toHttps(PORT)));
        var listener = listener(PORT, new FixedResponse(418, "text/plain", "no rule"), rules);
        var groups = List.of(group("blue", blue), group("green", green));
        int port = port(
                balancers.apply(EDGE, new ProxyConfiguration(ProxyAttributes.defaults(), List.of(listener), groups)));
        awaitBothHealthy();

        assertThat(get(port, "/").body()).isEqualTo("blue");
        assertThat(send(request(port, "/").header("X-Test", "green")).body()).isEqualTo("green");
        HttpResponse<String> redirect = get(port, "/old?a=b%20c");
        assertThat(redirect.statusCode()).isEqualTo(301);
        assertThat(redirect.headers().firstValue("Location"))
                .contains("https://localhost:%d/old?a=b%%20c".formatted(port));
    }

    @Test
    void headersTellTheTargetWhoAsksAndHopByHopHeadersStay() throws Exception {
        int port = apply(100, 0);

        send(request(port, "/")
                .header("X-Forwarded-For", "9.9.9.9")
                .header("X-Forwarded-Proto", "gopher")
                .header("TE", "trailers")
                .header("X_Odd", "kept"));

        assertThat(blue.lastHeaders())
                .containsEntry("Host", "localhost:" + port)
                .containsEntry("X-forwarded-for", "9.9.9.9, 127.0.0.1")
                .containsEntry("X-forwarded-proto", "https")
                .containsEntry("X-forwarded-port", String.valueOf(port))
                .containsEntry("X_odd", "kept")
                .containsKey("X-amzn-trace-id")
                .doesNotContainKey("Te");
    }

    @Test
    void invalidHeaderNamesAreDroppedAndResponseHeadersSetWhenAsked() throws Exception {
        var listener = listener(PORT, forward("blue"), List.of())
                .withResponseHeaders(Map.of("Server", "", "Strict-Transport-Security", "max-age=1"));
        var strict = new ProxyAttributes(ProxyAttributes.LOCALHOST, Duration.ofSeconds(60), true);
        int port = port(
                balancers.apply(EDGE, new ProxyConfiguration(strict, List.of(listener), List.of(group("blue", blue)))));
        assertThat(balancers.awaitHealthy(NAME, "blue", SOON)).isTrue();

        send(request(port, "/").header("X_Odd", "dropped"));
        HttpResponse<String> echo = post(port, "/echo", "x".repeat(300_000));

        assertThat(blue.lastHeaders()).doesNotContainKey("X_odd");
        assertThat(echo.statusCode()).isEqualTo(201);
        assertThat(echo.body()).hasSize(300_000);
        assertThat(echo.headers().map()).doesNotContainKey("server").containsKey("strict-transport-security");
    }

    @Test
    void olderTlsIsRefusedAndTheVersionsChangeWhileItRuns() throws Exception {
        int port = apply(100, 0);
        assertThat(tls(port, "TLSv1.2").statusCode()).isEqualTo(200);

        var tls = new TlsSettings(certificate.certificate(), certificate.key(), TlsVersion.TLS_1_3, TlsVersion.TLS_1_3);
        var listener = ListenerSettings.https("https", PORT, tls, forward("blue"), List.of());
        balancers.apply(
                EDGE,
                new ProxyConfiguration(ProxyAttributes.defaults(), List.of(listener), List.of(group("blue", blue))));

        assertThatThrownBy(() -> tls(port, "TLSv1.2")).isInstanceOf(IOException.class);
        assertThat(tls(port, "TLSv1.3").statusCode()).isEqualTo(200);
    }

    @Test
    void aBusyPortBecomesTheNextAndIsKeptAcrossACrash() throws Exception {
        try (var taken = new ServerSocket(PORT, 1, InetAddress.getLoopbackAddress())) {
            int port = apply(100, 0);
            assertThat(port).isGreaterThan(taken.getLocalPort());
            assertThat(balancers.status(NAME).orElseThrow().listeners())
                    .containsExactly(new ProxyStatus.Listener("https", PORT, port));

            long pid = machines.find(NAME).orElseThrow().pid();
            ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);

            assertThat(Pause.until(SOON, () -> answers(port))).isTrue();
            assertThat(machines.find(NAME).orElseThrow().state()).isEqualTo(MachineState.RUNNING);
            assertThat(machines.find(NAME).orElseThrow().endpoint().port()).isEqualTo(port);
        }
    }

    @Test
    void aConfigurationThatMakesNoSenseIsRefusedAndChangesNothing() throws Exception {
        int port = apply(100, 0);

        assertThatThrownBy(() -> balancers.apply(EDGE, configuration(List.of(), forward("red"))))
                .isInstanceOf(MachineException.class)
                .hasMessageContaining("red");
        assertThat(get(port, "/").body()).isEqualTo("blue");

        balancers.remove(NAME);
        assertThat(machines.status()).isEmpty();
        assertThatThrownBy(() -> get(port, "/")).isInstanceOf(IOException.class);
    }

    private int apply(int blueWeight, int greenWeight) {
        var forward =
                new Forward(List.of(new WeightedGroup("blue", blueWeight), new WeightedGroup("green", greenWeight)));
        var groups = List.of(group("blue", blue), group("green", green));
        int port = port(balancers.apply(EDGE, configuration(groups, forward)));
        awaitBothHealthy();
        return port;
    }

    private void awaitBothHealthy() {
        assertThat(balancers.awaitHealthy(NAME, "blue", SOON)).isTrue();
        assertThat(balancers.awaitHealthy(NAME, "green", SOON)).isTrue();
    }

    private ProxyConfiguration configuration(List<TargetGroupSettings> groups, Action action) {
        return new ProxyConfiguration(ProxyAttributes.defaults(), List.of(listener(PORT, action, List.of())), groups);
    }

    private ListenerSettings listener(int port, Action action, List<Rule> rules) {
        var tls = new TlsSettings(certificate.certificate(), certificate.key(), TlsVersion.TLS_1_2, TlsVersion.TLS_1_3);
        return ListenerSettings.https("https", port, tls, action, rules);
    }

    private static Forward forward(String group) {
        return new Forward(List.of(new WeightedGroup(group, 1)));
    }

    private static TargetGroupSettings group(String name, Backend backend) {
        return group(name, List.of(Target.of(backend.endpoint())));
    }

    private static TargetGroupSettings group(String name, List<Target> targets) {
        return new TargetGroupSettings(name, Protocol.HTTP, check(Duration.ofMillis(100)), targets);
    }

    /** With a health check that notices nothing during the test. */
    private static TargetGroupSettings slowly(TargetGroupSettings group) {
        return new TargetGroupSettings(group.name(), group.protocol(), check(Duration.ofMinutes(1)), group.targets());
    }

    private static HealthCheck check(Duration interval) {
        return new HealthCheck(
                Protocol.HTTP, 0, "/health", "200", interval, Duration.ofSeconds(2), new HealthCheck.Thresholds(2, 2));
    }

    private static int port(ProxyStatus status) {
        return status.port("https");
    }

    private long unhealthy(String group) {
        return balancers.status(NAME).orElseThrow().groups().stream()
                .filter(candidate -> candidate.name().equals(group))
                .flatMap(candidate -> candidate.targets().stream())
                .filter(target -> target.health() == ProxyStatus.Health.UNHEALTHY)
                .count();
    }

    private Void call(int port, AtomicBoolean running, AtomicInteger answers, ConcurrentLinkedQueue<String> failures) {
        while (running.get()) {
            try {
                HttpResponse<String> response = post(port, "/", "body");
                answers.incrementAndGet();
                // Leaves the processor to the load balancer now and then.
                Pause.of(Duration.ofMillis(2));
                if (response.statusCode() != 200) {
                    failures.add("status " + response.statusCode());
                }
            } catch (Exception e) {
                failures.add(e.toString());
            }
        }
        return null;
    }

    private boolean answers(int port) {
        try {
            return get(port, "/").statusCode() == 200;
        } catch (IOException | InterruptedException e) {
            return false;
        }
    }

    private HttpResponse<String> tls(int port, String version) throws IOException, InterruptedException {
        var parameters = new SSLParameters();
        parameters.setProtocols(new String[] {version});
        try (var limited = HttpClient.newBuilder()
                .sslContext(authority.clientContext())
                .sslParameters(parameters)
                .build()) {
            return limited.send(request(port, "/").build(), BodyHandlers.ofString());
        }
    }

    private HttpResponse<String> get(int port, String path) throws IOException, InterruptedException {
        return send(request(port, path));
    }

    private HttpResponse<String> post(int port, String path, String body) throws IOException, InterruptedException {
        return send(request(port, path).POST(BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(int port, String path) {
        return HttpRequest.newBuilder(URI.create("https://localhost:" + port + path))
                .timeout(Duration.ofSeconds(30));
    }
}
