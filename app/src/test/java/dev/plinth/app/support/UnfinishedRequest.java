package dev.plinth.app.support;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A new domain, of whose description the last byte is not sent before it is told to finish. */
public final class UnfinishedRequest implements AutoCloseable {
    private static final String LAST = "}";
    private static final int WAIT_MS_MAX = 60_000;

    private final Socket socket;

    /** The authorization is the value of the header. */
    public UnfinishedRequest(int port, String authorization, String domain) throws IOException {
        String body = Bodies.domain(domain).strip();
        String head = "POST /api/v1/domains HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                + "Authorization: %s\r\nContent-Length: %d\r\n\r\n".formatted(authorization, body.length());
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(WAIT_MS_MAX);
        write(head + body.substring(0, body.length() - LAST.length()));
    }

    public void finish() throws IOException {
        write(LAST);
    }

    /** All that comes until the server closes the connection. */
    public String answer() throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private void write(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
