package dev.plinth.sandbox.redis;

import dev.plinth.sandbox.machine.Endpoint;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** A connection that speaks as much of Redis' protocol as the sandbox needs: commands with a plain answer. */
final class RedisConnection implements AutoCloseable {
    private static final int TIMEOUT_MILLIS = 2_000;

    private final Socket socket;
    private final InputStream input;

    private RedisConnection(Socket socket) throws IOException {
        this.socket = socket;
        this.input = new BufferedInputStream(socket.getInputStream());
    }

    static RedisConnection open(Endpoint endpoint, RedisSettings settings, SSLContext trusting) throws IOException {
        var plain = new Socket();
        try {
            plain.connect(new InetSocketAddress(endpoint.host(), endpoint.port()), TIMEOUT_MILLIS);
            plain.setSoTimeout(TIMEOUT_MILLIS);
            var connection = new RedisConnection(settings.tls() ? secured(plain, endpoint, trusting) : plain);
            if (!settings.authToken().isEmpty()) {
                connection.ask("AUTH", settings.authToken());
            }
            return connection;
        } catch (IOException e) {
            plain.close();
            throw e;
        }
    }

    /** The answer as text; an error answer is an IOException. */
    String ask(String... command) throws IOException {
        var request = new StringBuilder("*" + command.length + "\r\n");
        for (String part : List.of(command)) {
            request.append("$%d\r\n%s\r\n".formatted(part.getBytes(StandardCharsets.UTF_8).length, part));
        }
        socket.getOutputStream().write(request.toString().getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
        return answer();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private static Socket secured(Socket plain, Endpoint endpoint, SSLContext trusting) throws IOException {
        var socket =
                (SSLSocket) trusting.getSocketFactory().createSocket(plain, endpoint.host(), endpoint.port(), true);
        var parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    private String answer() throws IOException {
        String line = line();
        String rest = line.substring(1);
        return switch (line.charAt(0)) {
            case '+', ':' -> rest;
            case '$' -> bulk(Integer.parseInt(rest));
            default -> throw new IOException("Redis answers: " + rest);
        };
    }

    private String bulk(int length) throws IOException {
        if (length < 0) {
            return "";
        }
        byte[] content = input.readNBytes(length + 2);
        if (content.length < length + 2) {
            throw new EOFException("Redis closed the connection");
        }
        return new String(content, 0, length, StandardCharsets.UTF_8);
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (int next = input.read(); next != '\n'; next = input.read()) {
            if (next < 0) {
                throw new EOFException("Redis closed the connection");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        if (line.isEmpty()) {
            throw new IOException("Redis sent an empty line");
        }
        return line.toString();
    }
}
