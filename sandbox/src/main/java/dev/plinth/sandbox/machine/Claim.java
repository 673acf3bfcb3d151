package dev.plinth.sandbox.machine;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A loopback address that belongs to one owner, and the port that each wanted port became there.
 *
 * <p>A wanted port becomes another one only when some process holds it on all addresses of this machine.
 */
public record Claim(String owner, String host, SortedMap<Integer, Integer> ports) {
    public Claim {
        ports = new TreeMap<>(ports);
    }

    public Endpoint endpoint(int wantedPort) {
        return new Endpoint(host, port(wantedPort));
    }

    public int port(int wantedPort) {
        Integer port = ports.get(wantedPort);
        if (port == null) {
            throw new IllegalArgumentException(
                    "%s claimed the ports %s, not %d".formatted(owner, ports.keySet(), wantedPort));
        }
        return port;
    }

    /** The wanted ports that could not be had, with what was taken instead; empty when all is as wished. */
    public Map<Integer, Integer> moved() {
        var moved = new TreeMap<>(ports);
        moved.entrySet().removeIf(entry -> entry.getKey().equals(entry.getValue()));
        return moved;
    }
}
