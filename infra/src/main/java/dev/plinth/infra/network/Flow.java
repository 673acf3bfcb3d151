package dev.plinth.infra.network;

import java.util.List;

/** Who may open connections to whom on which port. */
record Flow(Party from, Party to, int port, String purpose) {

    /**
     * All that is allowed inside: what is not listed here cannot talk. Pods come to the database by its proxy alone; whoever
     * reads from a replica gets a group and a flow of their own.
     */
    static final List<Flow> INSIDE = List.of(
            new Flow(Party.LOAD_BALANCER, Party.NODES, Port.API, "requests"),
            new Flow(Party.LOAD_BALANCER, Party.NODES, Port.ADMIN, "health checks"),
            new Flow(Party.NODES, Party.DATABASE_PROXY, Port.DATABASE, "queries"),
            new Flow(Party.NODES, Party.CACHE, Port.CACHE, "cache"),
            new Flow(Party.NODES, Party.ENDPOINTS, Port.HTTPS, "calls of AWS"),
            new Flow(Party.DATABASE_PROXY, Party.DATABASE, Port.DATABASE, "queries"),
            new Flow(Party.DATABASE_PROXY, Party.ENDPOINTS, Port.HTTPS, "passwords of the database"),
            new Flow(Party.ROTATION, Party.DATABASE, Port.DATABASE, "new passwords"),
            new Flow(Party.ROTATION, Party.ENDPOINTS, Port.HTTPS, "new passwords"));

    String name() {
        return "%s-to-%s-%d".formatted(from.title(), to.title(), port);
    }
}
