package dev.plinth.app.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.app.outbound.AddressGuard.Lookup;
import dev.plinth.app.support.Receiver;
import dev.plinth.app.webhooks.Answer;
import dev.plinth.app.webhooks.Answer.Unreachable;
import dev.plinth.app.webhooks.WebhookUrl;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HttpCourierIT {
    private static final Clock NOW = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);
    private static final Duration TIMEOUT = Duration.ofMillis(1_500);

    private final Receiver receiver;
    private final HttpCourier anywhere = courier(Targets.ANY, InetAddress::getAllByName);

    HttpCourierIT() throws IOException {
        receiver = new Receiver();
    }

    @AfterEach
    void stop() {
        anywhere.close();
        receiver.close();
    }

    @Test
    void postsTheBodyWithItsHeaders() {
        Answer answer = anywhere.post(url("/hook"), Map.of("webhook-id", "evt_1"), "{\"a\":\"ü\"}");

        assertThat(answer).isEqualTo(new Answer.Received(204, Optional.empty(), ""));
        Receiver.Received message = receiver.received().getFirst();
        assertThat(message.path()).isEqualTo("/hook");
        assertThat(message.header("Webhook-id")).isEqualTo("evt_1");
        assertThat(message.header("Content-type")).startsWith("application/json");
        assertThat(message.body()).isEqualTo("{\"a\":\"ü\"}");
    }

    @Test
    void doesNotFollowRedirects() {
        receiver.answer(message -> new Receiver.Answer(302, Map.of("Location", receiver.url("/secret")), ""));

        assertThat(anywhere.post(url("/hook"), Map.of(), "{}"))
                .isEqualTo(new Answer.Received(302, Optional.empty(), ""));
        assertThat(receiver.received("/secret")).isEmpty();
    }

    @Test
    void readsHowLongTheReceiverWantsToRest() {
        receiver.answer(message -> new Receiver.Answer(
                429,
                Map.of("Retry-After", message.path().equals("/seconds") ? "120" : "Thu, 01 Jan 2026 00:10:00 GMT"),
                ""));

        assertThat(retryAfter("/seconds")).contains(Duration.ofMinutes(2));
        assertThat(retryAfter("/time")).contains(Duration.ofMinutes(10));
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "-5", "Wed, 31 Dec 2025 00:00:00 GMT"})
    void aRestThatIsNoneIsIgnored(String value) {
        receiver.answer(message -> new Receiver.Answer(503, Map.of("Retry-After", value), ""));

        assertThat(retryAfter("/")).isEmpty();
    }

    @Test
    void readsNoMoreOfAnAnswerThanItsBeginning() {
        receiver.answer(message -> new Receiver.Answer(500, Map.of(), "no\u0000pe " + "x".repeat(5_000_000)));

        assertThat(anywhere.post(url("/"), Map.of(), "{}"))
                .isInstanceOfSatisfying(
                        Answer.Received.class,
                        received ->
                                assertThat(received.excerpt()).hasSize(1_024).startsWith("no pe xxx"));
    }

    @Test
    void aReceiverThatNeverAnswersIsGivenUpInTime() throws IOException {
        try (var silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            long begin = System.nanoTime();
            Answer answer = anywhere.post(new WebhookUrl("http://127.0.0.1:" + silent.getLocalPort()), Map.of(), "{}");

            assertThat(answer).isInstanceOf(Unreachable.class);
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(TIMEOUT.multipliedBy(3));
        }
    }

    @Test
    void aReceiverThatAnswersByteByByteIsGivenUpInTime() throws IOException {
        try (var slow = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread.startVirtualThread(() -> drip(slow));
            long begin = System.nanoTime();
            Answer answer = anywhere.post(new WebhookUrl("http://127.0.0.1:" + slow.getLocalPort()), Map.of(), "{}");

            assertThat(answer).isEqualTo(new Unreachable("No answer came within 1 s."));
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(TIMEOUT.multipliedBy(3));
        }
    }

    @Test
    void tellsWhyNothingCameWithoutTellingOfAddresses() throws IOException {
        int closed;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = socket.getLocalPort();
        }

        assertThat(anywhere.post(new WebhookUrl("http://127.0.0.1:" + closed), Map.of(), "{}"))
                .isEqualTo(new Unreachable("The connection was refused or broke."));
        assertThat(anywhere.post(new WebhookUrl("https://none.invalid/"), Map.of(), "{}"))
                .isEqualTo(new Unreachable("The host is not known."));
    }

    @Test
    void withoutTlsItSendsToThisMachineOnlyAndOnlyWhereThatIsAllowed() {
        try (var guarded = courier(Targets.PUBLIC, InetAddress::getAllByName);
                var elsewhere = courier(Targets.ANY, host -> addresses("192.0.2.1"))) {
            var refused = new Unreachable("The address must begin with https://.");
            assertThat(guarded.post(url("/"), Map.of(), "{}")).isEqualTo(refused);
            assertThat(elsewhere.post(new WebhookUrl("http://hooks.example/"), Map.of(), "{}"))
                    .isEqualTo(refused);
        }
        assertThat(receiver.received()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1/",
                "https://2130706433/",
                "https://0x7f000001/",
                "https://localhost/",
                "https://[::1]/",
                "https://[::ffff:169.254.169.254]/",
                "https://169.254.169.254/latest/meta-data/",
                "https://10.0.0.1/",
            })
    void refusesAddressesThatAreNotPublicHoweverTheyAreWritten(String url) {
        try (var guarded = courier(Targets.PUBLIC, InetAddress::getAllByName)) {
            assertThat(guarded.post(new WebhookUrl(url), Map.of(), "{}")).isInstanceOf(Unreachable.class);
        }
    }

    @Test
    void refusesANameWithAnyAddressThatIsNotPublic() {
        try (var guarded = courier(Targets.PUBLIC, host -> addresses("1.1.1.1", "127.0.0.1"))) {
            assertThat(guarded.post(new WebhookUrl("https://hooks.example/"), Map.of(), "{}"))
                    .isEqualTo(new Unreachable("The host has an address that is not of the public internet."));
        }
    }

    @Test
    void connectsToTheAddressThatWasCheckedUnderTheNameThatWasAskedFor(@TempDir Path folder) throws Exception {
        var certificate = new SelfSigned(folder, "hooks.example");
        List<String> lookups = new ArrayList<>();
        // The second answer is what an attacker changes the name to after the check.
        Lookup rebinding = host -> {
            lookups.add(host);
            return addresses(lookups.size() == 1 ? "127.0.0.1" : "192.0.2.1");
        };
        try (var secure = new Receiver(certificate.context());
                var courier = new HttpCourier(
                        new AddressGuard(Targets.ANY, rebinding),
                        new DefaultClientTlsStrategy(certificate.context()),
                        TIMEOUT,
                        NOW)) {
            Answer answer = courier.post(
                    new WebhookUrl("https://hooks.example:%d/hook".formatted(secure.port())), Map.of(), "{}");

            assertThat(answer).isEqualTo(new Answer.Received(204, Optional.empty(), ""));
            assertThat(lookups).containsExactly("hooks.example");
            assertThat(secure.received().getFirst().header("Host")).isEqualTo("hooks.example:" + secure.port());
        }
    }

    @Test
    void aCertificateForAnotherNameIsNotTrusted(@TempDir Path folder) throws Exception {
        var certificate = new SelfSigned(folder, "other.example");
        try (var secure = new Receiver(certificate.context());
                var courier = new HttpCourier(
                        new AddressGuard(Targets.ANY, host -> addresses("127.0.0.1")),
                        new DefaultClientTlsStrategy(certificate.context()),
                        TIMEOUT,
                        NOW)) {
            assertThat(courier.post(
                            new WebhookUrl("https://hooks.example:%d/".formatted(secure.port())), Map.of(), "{}"))
                    .isEqualTo(new Unreachable("No trusted TLS connection could be made."));
            assertThat(secure.received()).isEmpty();
        }
    }

    private Optional<Duration> retryAfter(String path) {
        return anywhere.post(url(path), Map.of(), "{}") instanceof Answer.Received received
                ? received.retryAfter()
                : Optional.empty();
    }

    private WebhookUrl url(String path) {
        return new WebhookUrl(receiver.url(path));
    }

    private static HttpCourier courier(Targets targets, Lookup lookup) {
        return new HttpCourier(
                new AddressGuard(targets, lookup), DefaultClientTlsStrategy.createDefault(), TIMEOUT, NOW);
    }

    private static InetAddress[] addresses(String... literals) throws UnknownHostException {
        InetAddress[] addresses = new InetAddress[literals.length];
        for (int index = 0; index < literals.length; index++) {
            addresses[index] = InetAddress.getByName(literals[index]);
        }
        return addresses;
    }

    private static void drip(ServerSocket server) {
        try (var socket = server.accept()) {
            socket.getOutputStream().write("HTTP/1.1 200 OK\r\nX-Slow: ".getBytes(StandardCharsets.US_ASCII));
            while (true) {
                socket.getOutputStream().write('x');
                Thread.sleep(50);
            }
        } catch (IOException | InterruptedException gone) {
            // The courier has hung up.
        }
    }
}
