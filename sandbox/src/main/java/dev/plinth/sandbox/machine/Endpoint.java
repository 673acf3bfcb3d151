package dev.plinth.sandbox.machine;

/** An address and a port on this machine. */
public record Endpoint(String host, int port) {
    private static final int PORT_MAX = 65_535;

    public Endpoint {
        if (port < 1 || port > PORT_MAX) {
            throw new IllegalArgumentException("port %d of %s: expected 1 to %d".formatted(port, host, PORT_MAX));
        }
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
