package dev.plinth.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.app.values.StoreUnavailableException;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Answers whose writer fails before their end. */
final class BrokenAnswerIT {
    /** How the last of the pieces ends in which an answer without a length comes (RFC 9112). */
    private static final String END = "0\r\n\r\n";

    private final Patience patience = new Patience();
    private final WebServer server = server();

    @AfterEach
    void stop() {
        server.stop();
        patience.close();
    }

    @Test
    void oneThatIsWholeHasAnEnd() throws Exception {
        assertThat(answer("/whole")).startsWith("HTTP/1.1 200 ").endsWith(END);
    }

    @Test
    void oneThatBreaksInTheMiddleHasNoneSoThatItsClientKnows() throws Exception {
        assertThat(answer("/broken"))
                .startsWith("HTTP/1.1 200 ")
                .contains("piece")
                .doesNotEndWith(END);
    }

    @Test
    void oneThatBreaksBeforeItsBeginIsAProblem() throws Exception {
        assertThat(answer("/none")).startsWith("HTTP/1.1 503 ").contains("\"code\":\"store_unavailable\"");
    }

    private WebServer server() {
        HttpRouting.Builder routing = HttpRouting.builder().addFilter(new HangUp());
        serve(routing, "/whole", 20_000, 20_000);
        serve(routing, "/broken", 20_000, 10_000);
        serve(routing, "/none", 20_000, 0);
        new Errors(refusal -> {}, ErrorPages.NONE).register(routing);
        return WebServer.builder()
                .host("127.0.0.1")
                .port(0)
                .shutdownHook(false)
                .routing(routing)
                .build()
                .start();
    }

    private void serve(HttpRouting.Builder routing, String path, int pieces, int good) {
        Content.Writer writer = target -> write(target, pieces, good);
        routing.get(
                path,
                (request, response) -> Replies.send(
                        request,
                        response,
                        Reply.streamed("text/plain", target -> writer.writeTo(new PatientStream(target, patience)))));
    }

    /** Closes the stream however it ends, as the writers of files and compressors do. */
    private static void write(OutputStream target, int pieces, int good) throws IOException {
        try (target) {
            for (int piece = 0; piece < pieces; piece++) {
                if (piece == good) {
                    throw new StoreUnavailableException(new IOException("cut"), false);
                }
                target.write("piece\n".getBytes(StandardCharsets.US_ASCII));
            }
        }
    }

    private String answer(String path) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write("GET %s HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
                            .formatted(path)
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (SocketException reset) {
            throw new AssertionError("The connection was reset before all was read", reset);
        }
    }
}
