package dev.plinth.infra.network;

import java.util.List;

/** Who may open connections to whom on which port. */
record Flow(Party from, Party to, int port, String purpose) {

    /** All that is allowed inside: what is not listed here cannot talk. */
    static final List<Flow> INSIDE = List.of(
            new Flow(Party.LOAD_BALANCER, Party.NODES, Port.API, "requests"),
            new Flow(Party.LOAD_BALANCER, Party.NODES, Port.ADMIN, "health checks"),
            new Flow(Party.NODES, Party.DATABASE, Port.DATABASE, "queries"),
            new Flow(Party.NODES, Party.CACHE, Port.CACHE, "cache"));

    String name() {
        return "%s-to-%s-%d".formatted(from.title(), to.title(), port);
    }
}
