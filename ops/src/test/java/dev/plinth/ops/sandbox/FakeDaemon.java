package dev.plinth.ops.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A daemon that keeps the contract of the control API and runs nothing. */
public final class FakeDaemon {
    private static final String TOKEN = "Bearer token-1";

    /** Arguments as of the real one: {@code serve --state DIR --build-id ID}. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        var state = Path.of(List.of(arguments).get(2));
        if (arguments[4].equals("broken")) {
            System.out.println("cannot find my schema");
            System.exit(9);
        }
        if (arguments[4].equals("slow")) {
            Thread.sleep(1_000);
        }
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/status", exchange -> answer(exchange, """
                {"caFile": "/ca.pem", "processes": [{"name": "database-primary", "kind": "postgres", "pid": 8,
                 "address": "127.77.0.3:5432", "state": "running", "logFile": "/db.log", "urn": "urn:x"}]}"""));
        server.createContext("/v1/shutdown", exchange -> {
            if (arguments[4].equals("torn")) {
                throw new IOException("my jar is another one by now");
            }
            var request = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Files.writeString(state.resolve("shutdown.json"), request);
            answer(exchange, "{}");
            Files.deleteIfExists(state.resolve("daemon.json"));
            System.exit(0);
        });
        server.start();
        Files.writeString(
                state.resolve("daemon.json"),
                "{\"pid\":%d,\"grpcPort\":4711,\"controlPort\":%d,\"apiPort\":4713,\"newer\":true,\"token\":\"token-1\",\"buildId\":\"%s\"}"
                        .formatted(
                                ProcessHandle.current().pid(),
                                server.getAddress().getPort(),
                                arguments[4]));
        System.out.println("serving in " + Path.of("").toAbsolutePath());
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        var allowed = TOKEN.equals(exchange.getRequestHeaders().getFirst("Authorization"));
        var bytes = (allowed ? json : "{}").getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(allowed ? 200 : 401, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private FakeDaemon() {}
}
