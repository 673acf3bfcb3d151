package dev.plinth.policies.security.network;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** Ports from the first to the last, both included. */
record PortRange(int first, int last) {
    private static final int PORT_MAX = 65535;

    static final PortRange ALL = new PortRange(0, PORT_MAX);

    /** Whether it leaves out no port that anything listens on. */
    boolean isAll() {
        return first <= 1 && last >= PORT_MAX;
    }

    /** Those of the ports that are in the range, in order. */
    List<Integer> among(Collection<Integer> ports) {
        return ports.stream()
                .filter(port -> first <= port && port <= last)
                .sorted()
                .toList();
    }

    /** What is left of the range without the ports. */
    List<PortRange> without(Collection<Integer> ports) {
        var left = new ArrayList<PortRange>();
        int next = first;
        for (int port : new TreeSet<>(among(ports))) {
            if (next < port) {
                left.add(new PortRange(next, port - 1));
            }
            next = port + 1;
        }
        if (next <= last) {
            left.add(new PortRange(next, last));
        }
        return left;
    }

    @Override
    public String toString() {
        return first == last ? String.valueOf(first) : first + "-" + last;
    }
}
