package dev.plinth.checks.faults.badapp;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class FrontIT {
    private final HttpClient client = HttpClient.newHttpClient();
    private HttpServer app;

    /** Sends every body back, with a header of the request. */
    @BeforeEach
    void serve() throws IOException {
        app = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        app.createContext("/", exchange -> {
            try (exchange) {
                var body = exchange.getRequestBody().readAllBytes();
                exchange.getResponseHeaders()
                        .add("X-Seen", exchange.getRequestHeaders().getFirst("Authorization"));
                exchange.sendResponseHeaders(201, body.length);
                exchange.getResponseBody().write(body);
            }
        });
        app.start();
    }

    @AfterEach
    void stop() {
        app.stop(0);
    }

    @Test
    void whatIsNotSpoiltPassesAsItIs() throws Exception {
        var answer = post(open(Flaw.UNREADY), "/api/v1/metrics?view=draft");

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.body()).isEqualTo("a body");
        assertThat(answer.headers().firstValue("X-Seen")).hasValue("Bearer key");
    }

    @Test
    void aLeakSpoilsOneRequestInTen() throws Exception {
        var port = open(Flaw.LEAKY);
        var statuses = new ArrayList<Integer>();
        for (var number = 0; number < 20; number++) {
            statuses.add(post(port, "/").statusCode());
        }

        assertThat(statuses).filteredOn(status -> status == 500).hasSize(2);
        assertThat(statuses).filteredOn(status -> status == 201).hasSize(18);
    }

    private int open(Flaw flaw) throws IOException {
        int port;
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        var requests = new AtomicLong();
        Front.open(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
                app.getAddress().getPort(),
                path -> flaw.spoils(path.equals("/health/ready"), requests));
        return port;
    }

    private HttpResponse<String> post(int port, String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s".formatted(port, path)))
                .header("Authorization", "Bearer key")
                .POST(BodyPublishers.ofString("a body"))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }
}
