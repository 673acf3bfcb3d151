package dev.plinth.sandbox.postgres;

/** A PostgreSQL server that replays what the server named as its source writes. */
public record ReplicaSpec(String name, String urn, int port, String source, PostgresSettings settings) {}
