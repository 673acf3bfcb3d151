package dev.plinth.sandbox.machine;

/** An address and a port on this machine; port 0 of a process that listens nowhere. */
public record Endpoint(String host, int port) {
    private static final int PORT_MAX = 65_535;

    public Endpoint {
        if (port < 0 || port > PORT_MAX) {
            throw new IllegalArgumentException("port %d of %s: expected 0 to %d".formatted(port, host, PORT_MAX));
        }
    }

    @Override
    public String toString() {
        return port == 0 ? host : host + ":" + port;
    }
}
