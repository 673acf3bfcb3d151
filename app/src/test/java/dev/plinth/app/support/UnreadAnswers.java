package dev.plinth.app.support;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** A client that asks for more than all buffers on the way can hold, and reads none of it. */
public final class UnreadAnswers implements AutoCloseable {
    private static final int REQUESTS = 200;
    private static final int BUFFER_BYTES = 4 * 1024;
    private static final int WAIT_MS_MAX = 10_000;

    private final Socket socket = new Socket();

    /** Returns when all has been asked for; the authorization is the value of the header. */
    public UnreadAnswers(int port, String authorization, String path) throws IOException {
        socket.setReceiveBufferSize(BUFFER_BYTES);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        String request = "GET %s HTTP/1.1\r\nHost: x\r\nAuthorization: %s\r\n\r\n".formatted(path, authorization);
        socket.getOutputStream().write(request.repeat(REQUESTS).getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    /** Whether the server has ended the connection before all was sent; reads what did come. */
    public boolean isCut() throws IOException {
        socket.setSoTimeout(WAIT_MS_MAX);
        try {
            socket.getInputStream().transferTo(OutputStream.nullOutputStream());
            return true;
        } catch (SocketTimeoutException open) {
            return false;
        } catch (SocketException reset) {
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
