package dev.plinth.app.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/** A connection that was of use once and is kept open, as load balancers keep theirs. */
public final class IdleConnection implements AutoCloseable {
    private static final String REQUEST = "GET /api/v1/version HTTP/1.1\r\nHost: x\r\n\r\n";
    private static final int WAIT_MS_MAX = 60_000;

    private final Socket socket;

    /** Returns when the only answer on it has come. */
    public IdleConnection(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(WAIT_MS_MAX);
        socket.getOutputStream().write(REQUEST.getBytes(StandardCharsets.US_ASCII));
        var answer = new StringBuilder();
        while (answer.indexOf("}") < 0) {
            answer.append((char) socket.getInputStream().read());
        }
        assertThat(answer).startsWith("HTTP/1.1 200 ").contains("Connection: keep-alive");
    }

    /** Waits until the server closes it. */
    public boolean isClosed() throws IOException {
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketException reset) {
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
