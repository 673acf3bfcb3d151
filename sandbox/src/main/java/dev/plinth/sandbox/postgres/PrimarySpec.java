package dev.plinth.sandbox.postgres;

/** A PostgreSQL server that takes writes. */
public record PrimarySpec(String name, String urn, int port, PostgresAccount account, PostgresSettings settings) {}
