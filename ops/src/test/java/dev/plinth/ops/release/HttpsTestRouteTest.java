package dev.plinth.ops.release;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.plinth.ops.release.HttpsTestRoute.Front;
import dev.plinth.ops.tls.Authority;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The way to one colour of an environment whose name only its sandbox knows. */
final class HttpsTestRouteTest {
    private static final String PASSWORD = "of the test";

    @TempDir
    private Path folder;

    @Test
    void aNameIsLedToTheFrontAndStaysTheNameInCertificateAndRequest() throws Exception {
        var server = server("metrics.staging.example.com");
        try (var route = route("https://metrics.staging.example.com", server)) {
            var reply = route.get(Colour.GREEN, "/api/v1/version");

            assertThat(reply.status()).as(reply.body()).isEqualTo(200);
            assertThat(reply.body()).isEqualTo("metrics.staging.example.com /api/v1/version key-green");
            assertThat(reply.contentType()).isEqualTo("application/json");
            assertThat(reply.from()).isEqualTo("green");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void aCertificateOfAnotherNameIsNoAnswer() throws Exception {
        var server = server("elsewhere.example.com");
        try (var route = route("https://metrics.staging.example.com", server)) {
            var reply = route.get(Colour.GREEN, "/api/v1/version");

            assertThat(reply.status()).isZero();
            assertThat(reply.body()).contains("metrics.staging.example.com");
        } finally {
            server.stop(0);
        }
    }

    private HttpsTestRoute route(String url, HttpsServer server) {
        var address = new InetSocketAddress("localhost", server.getAddress().getPort());
        return new HttpsTestRoute(URI.create(url), "key", new Front(address, new Authority(folder.resolve("ca.pem"))));
    }

    /** A server with a certificate for a name, which it has signed itself. */
    private HttpsServer server(String name) throws IOException, InterruptedException, GeneralSecurityException {
        keytool("-genkeypair", "-keyalg", "EC", "-dname", "CN=test", "-ext", "san=dns:" + name);
        keytool("-exportcert", "-rfc", "-file", folder.resolve("ca.pem").toString());
        var store = KeyStore.getInstance("PKCS12");
        try (InputStream file = Files.newInputStream(folder.resolve("keys.p12"))) {
            store.load(file, PASSWORD.toCharArray());
        }
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD.toCharArray());
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        var server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.createContext("/", HttpsTestRouteTest::answer);
        server.start();
        return server;
    }

    private static void answer(HttpExchange exchange) throws IOException {
        var headers = exchange.getRequestHeaders();
        var said = "%s %s %s"
                .formatted(headers.getFirst("Host"), exchange.getRequestURI(), headers.getFirst("X-Plinth-Test-Route"));
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.getResponseHeaders().add("X-Plinth-Colour", "green");
        var bytes = said.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private void keytool(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin/keytool").toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of(
                "-alias", "test", "-keystore", folder.resolve("keys.p12").toString(), "-storepass", PASSWORD));
        var process = new ProcessBuilder(command).inheritIO().start();
        assertThat(process.waitFor()).isZero();
    }
}
