package dev.plinth.checks.faults;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;

/** A write of which only the half is sent, so that the app that has begun with it waits for the rest. */
final class HalfRequest implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String HALF = "{\"metric_id\": \"drills.half\",";

    private final Socket socket;

    private HalfRequest(Socket socket) {
        this.socket = socket;
    }

    static HalfRequest send(Site site) throws IOException {
        var address = URI.create(site.apiUrl());
        var socket = site.tls().getSocketFactory().createSocket(address.getHost(), address.getPort());
        socket.setSoTimeout((int) PATIENCE.toMillis());
        var request =
                """
                POST /api/v1/metrics HTTP/1.1
                Host: %s:%d
                Authorization: Bearer %s
                Content-Type: application/json
                Content-Length: %d

                """.formatted(address.getHost(), address.getPort(), site.keys().getFirst(), 2 * HALF.length());
        socket.getOutputStream().write((request.replace("\n", "\r\n") + HALF).getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        return new HalfRequest(socket);
    }

    /** The status of the answer, which comes though the request is not complete. */
    int status() throws IOException {
        var answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
        var line = Objects.requireNonNullElse(answer.readLine(), "the connection was closed");
        var words = line.split(" ", 3);
        if (words.length < 2) {
            throw new IOException("expected a status line, found: " + line);
        }
        return Integer.parseInt(words[1]);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
