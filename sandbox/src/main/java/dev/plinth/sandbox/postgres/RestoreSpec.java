package dev.plinth.sandbox.postgres;

/** A PostgreSQL server that begins with the data of another one's past. */
public record RestoreSpec(String name, String urn, int port, RestorePoint point, PostgresSettings settings) {}
