package dev.plinth.sandbox.relay.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The relay's main: listens at its first argument and connects every client with its second, both host:port. */
public final class RelayProcess {
    private static final Logger LOG = Logger.getLogger(RelayProcess.class.getName());
    private static final int WAITING_MAX = 256;
    private static final int CONNECT_MILLIS = 5_000;

    private RelayProcess() {}

    public static void main(String[] arguments) throws IOException {
        var place = address(arguments[0]);
        try (var server = new ServerSocket(place.getPort(), WAITING_MAX, place.getAddress())) {
            while (true) {
                var client = server.accept();
                Thread.ofVirtual().start(() -> connect(client, arguments[1]));
            }
        }
    }

    /** Both ways, until both sides have said all. */
    private static void connect(Socket client, String target) {
        try (client;
                var server = new Socket()) {
            server.connect(address(target), CONNECT_MILLIS);
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            var back = Thread.ofVirtual().start(() -> pass(server, client));
            pass(client, server);
            back.join();
        } catch (IOException e) {
            LOG.log(Level.WARNING, "cannot reach {0}: {1}", new Object[] {target, e.getMessage()});
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The end of one side's words is passed on as well; a broken connection ends both. */
    private static void pass(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException e) {
            close(from);
            close(to);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            LOG.log(Level.FINE, "cannot close a connection", e);
        }
    }

    private static InetSocketAddress address(String text) throws IOException {
        int colon = text.lastIndexOf(':');
        return new InetSocketAddress(
                InetAddress.getByName(text.substring(0, colon)), Integer.parseInt(text.substring(colon + 1)));
    }
}
