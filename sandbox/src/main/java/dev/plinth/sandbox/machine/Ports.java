package dev.plinth.sandbox.machine;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.stream.IntStream;

/** Which ports can be bound, found out by binding. */
public final class Ports {
    private static final int PORT_MAX = 65_535;
    private static final int PRIVILEGED_MAX = 1_023;
    private static final int PRIVILEGED_SHIFT = 8_000;

    private Ports() {}

    public static boolean free(String host, int port) {
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getByName(host), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * The ports to try for a wanted one, best first: itself, then the numbers behind it; for a port that may need
     * privileges, those behind itself plus 8000, so that 443 becomes 8443 and 80 becomes 8080.
     */
    public static IntStream candidates(int wanted) {
        int next = wanted <= PRIVILEGED_MAX ? wanted + PRIVILEGED_SHIFT : wanted + 1;
        return IntStream.concat(IntStream.of(wanted), IntStream.rangeClosed(next, PORT_MAX));
    }
}
