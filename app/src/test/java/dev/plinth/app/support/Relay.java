package dev.plinth.app.support;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Passes bytes on to a server until it is cut; then every connection breaks, and a new one is refused until mended. */
public final class Relay implements AutoCloseable {
    private final int target;
    private final int port;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private ServerSocket listener;

    public Relay(int target) throws IOException {
        this.target = target;
        listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        port = listener.getLocalPort();
        Thread.startVirtualThread(() -> accept(listener));
    }

    public int port() {
        return port;
    }

    public void cut() throws IOException {
        listener.close();
        for (Socket socket : open) {
            socket.close();
        }
        open.clear();
    }

    public void mend() throws IOException {
        var mended = new ServerSocket();
        mended.setReuseAddress(true);
        mended.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        listener = mended;
        Thread.startVirtualThread(() -> accept(mended));
    }

    private void accept(ServerSocket from) {
        try {
            while (true) {
                Socket client = from.accept();
                var server = new Socket(InetAddress.getLoopbackAddress(), target);
                open.add(client);
                open.add(server);
                if (from.isClosed()) {
                    // Cut while this connection was being made.
                    client.close();
                    server.close();
                    return;
                }
                Thread.startVirtualThread(() -> pump(client, server));
                Thread.startVirtualThread(() -> pump(server, client));
            }
        } catch (IOException cut) {
            // The listener was closed: nothing is accepted any more.
        }
    }

    private static void pump(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException cut) {
            // One end was closed, and with it the other.
        }
    }

    @Override
    public void close() throws IOException {
        cut();
    }
}
