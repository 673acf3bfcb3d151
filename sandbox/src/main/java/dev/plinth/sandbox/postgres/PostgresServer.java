package dev.plinth.sandbox.postgres;

import dev.plinth.sandbox.machine.Endpoint;

/** A server as it runs: where it listens, and whether its port is the one that was asked for. */
public record PostgresServer(String name, Endpoint endpoint, String user, String database, int portWanted) {}
