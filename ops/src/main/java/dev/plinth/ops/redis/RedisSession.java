package dev.plinth.ops.redis;

import dev.plinth.ops.tls.Authority;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** A connection to a Redis server by TLS, for requests whose answer is one line; each of its waits ends within seconds. */
public final class RedisSession implements AutoCloseable {
    private static final int MILLIS_MAX = 2_000;

    private final SSLSocket socket;

    private RedisSession(SSLSocket socket) {
        this.socket = socket;
    }

    /**
     * Where a server answers.
     *
     * @param authority who signs its certificate, where that is nobody known
     */
    public record Address(String host, int port, Optional<Authority> authority) {
        @Override
        public String toString() {
            return host + ":" + port;
        }
    }

    /** Connects, and checks the server's certificate and name. */
    public static RedisSession open(Address address) throws IOException {
        var plain = new Socket();
        try {
            plain.connect(new InetSocketAddress(address.host(), address.port()), MILLIS_MAX);
            plain.setSoTimeout(MILLIS_MAX);
            return new RedisSession(secured(plain, address));
        } catch (IOException e) {
            plain.close();
            throw e;
        }
    }

    /** Sends the words of a command and returns the line that the server answers, such as {@code +OK}. */
    public String ask(List<String> words) throws IOException {
        var request = new StringBuilder("*%d\r\n".formatted(words.size()));
        for (var word : words) {
            request.append("$%d\r\n%s\r\n".formatted(word.getBytes(StandardCharsets.UTF_8).length, word));
        }
        socket.getOutputStream().write(request.toString().getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
        // Nothing is left unread: each request has one line for an answer.
        var answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8), 1);
        var line = answer.readLine();
        if (line == null) {
            throw new IOException("the server ended the connection");
        }
        return line;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private static SSLSocket secured(Socket plain, Address address) throws IOException {
        var socket = (SSLSocket) factory(address).createSocket(plain, address.host(), address.port(), true);
        var parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        return socket;
    }

    private static SSLSocketFactory factory(Address address) {
        return address.authority()
                .map(authority -> authority.context().getSocketFactory())
                .orElseGet(() -> (SSLSocketFactory) SSLSocketFactory.getDefault());
    }
}
