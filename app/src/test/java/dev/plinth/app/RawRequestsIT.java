package dev.plinth.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.app.support.RunningApp;
import dev.plinth.app.support.Servers;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What no proper client sends. */
@ExtendWith(Servers.Extension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RawRequestsIT {
    private final RunningApp app;

    RawRequestsIT(Servers servers) throws SQLException {
        app = new RunningApp(servers.environment());
    }

    @AfterAll
    void stop() {
        app.close();
    }

    @Test
    void aBodyOverTheLimitIsRefusedBeforeItIsRead() throws Exception {
        String reply = raw("""
                POST /api/v1/metrics HTTP/1.1\r
                Host: x\r
                Content-Type: application/json\r
                Content-Length: 1048577\r
                \r
                """);

        assertThat(reply)
                .startsWith("HTTP/1.1 413 ")
                .contains("application/problem+json")
                .contains("\"code\":\"body_too_large\"")
                .contains("X-Request-Id: ")
                .contains("RateLimit: \"anonymous\";r=")
                .contains("X-Plinth-Colour: blue");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /%zz HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET / HTTP/1.1\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: x\r\nbad header\r\n\r\n",
                "NONSENSE\r\n\r\n",
                "POST /api/v1/metrics HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
                "POST /api/v1/metrics HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n",
            })
    void whatIsNotHttpIsAProblemToo(String request) throws Exception {
        assertThat(raw(request))
                .startsWith("HTTP/1.1 400 ")
                .contains("application/problem+json")
                .contains("\"code\":\"protocol_error\"")
                .contains("X-Request-Id: ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/1.0\r\nHost: x\r\n\r\n",
                "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
                "GET / HTTP/3.0\r\nHost: x\r\n\r\n",
                "GET /\u0000 HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: x\r\nX-Odd: a\u0000b\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: x\r\nX Odd: a\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: x\r\nX-Odd : a\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n",
                "GET / HTTP/1.1\nHost: x\n\n",
                "POST /api/v1/metrics HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabc",
                "POST /api/v1/metrics HTTP/1.1\r\nHost: x\r\nContent-Length: 3, 3\r\n\r\nabc",
                "POST /api/v1/metrics HTTP/1.1\r\nHost: x\r\nContent-Length: +3\r\n\r\nabc",
                "POST /api/v1/metrics HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999999999999\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n0\r\n\r\nGET /s",
                "POST /api/v1/metrics HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked, identity\r\n\r\n",
                "POST /api/v1/metrics HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: xchunked\r\n\r\n",
            })
    void whatCouldBeReadInTwoWaysIsRefusedAndNotReadOn(String request) throws Exception {
        assertRefusedOnce(raw(request));
    }

    @ParameterizedTest
    @ValueSource(strings = {"zz", "-1", "FFFFFFFFFFFFFFFFFF", "5;\u0000", ""})
    void aChunkThatMakesNoSenseIsRefused(String size) throws Exception {
        String reply = raw(chunked(size + "\r\nhello\r\n0\r\n\r\n"));

        assertRefusedOnce(reply);
    }

    @Test
    void aLongRequestLineIsRefused() throws Exception {
        String reply = raw("GET /%s HTTP/1.1\r\nHost: x\r\n\r\n".formatted("a".repeat(9_000)));

        assertRefusedOnce(reply);
        assertThat(reply).startsWith("HTTP/1.1 414 ");
    }

    @Test
    void longHeadersAreRefused() throws Exception {
        String reply = raw("GET / HTTP/1.1\r\nHost: x\r\nX-Long: %s\r\n\r\n".formatted("a".repeat(17_000)));

        assertRefusedOnce(reply);
    }

    @Test
    void aBodyInPiecesHasTheSameLimitAndTheClientIsToldSo() throws Exception {
        String piece = "8000\r\n%s\r\n".formatted("a".repeat(0x8000));
        String reply = raw(chunked(piece.repeat(40) + "0\r\n\r\n")
                + "GET /api/v1/version HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

        assertThat(reply).startsWith("HTTP/1.1 413 ").contains("\"code\":\"body_too_large\"");
        assertThat(reply).doesNotContain("Exception");
    }

    @Test
    void aConnectionGoesOnAfterARefusalWithABody() throws Exception {
        String body = "{\"a\": 1}";
        String refused = "POST /api/v1/version HTTP/1.1\r\nHost: x\r\nContent-Length: %d\r\n\r\n%s"
                .formatted(body.length(), body);

        String replies = raw(refused + "GET /api/v1/version HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

        assertThat(replies).startsWith("HTTP/1.1 405 ").contains("HTTP/1.1 200 OK");
    }

    @Test
    void whoSendsHeadersTooSlowlyIsCut() throws Exception {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), app.apiPort())) {
            socket.setSoTimeout(20_000);
            long begin = System.nanoTime();
            socket.getOutputStream().write("GET / HTTP/1.1\r\nHost: x\r\n".getBytes(StandardCharsets.ISO_8859_1));

            assertThat(ended(socket)).isTrue();
            assertThat(Duration.ofNanos(System.nanoTime() - begin))
                    .isBetween(Duration.ofSeconds(8), Duration.ofSeconds(15));
        }
    }

    /** Whether the server ended the connection, in whatever way. */
    private static boolean ended(Socket socket) throws IOException {
        try {
            socket.getInputStream().readAllBytes();
            return true;
        } catch (SocketTimeoutException open) {
            return false;
        } catch (SocketException reset) {
            return true;
        }
    }

    private String chunked(String body) {
        return "POST /api/v1/domains HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nAuthorization: "
                + app.api().authorization() + "\r\nTransfer-Encoding: chunked\r\n\r\n" + body;
    }

    private static void assertRefusedOnce(String reply) {
        assertThat(reply).matches("(?s)HTTP/1\\.1 (4[0-9][0-9]|501|505) .*");
        assertThat(reply)
                .contains("application/problem+json")
                .contains("Connection: close")
                .containsOnlyOnce("HTTP/1.1 ")
                .doesNotContain("Exception", "helidon", "\tat ");
    }

    private String raw(String request) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), app.apiPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
