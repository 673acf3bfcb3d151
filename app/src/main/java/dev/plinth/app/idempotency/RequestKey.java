package dev.plinth.app.idempotency;

/** The name that a client gave one of its requests; {@code owner} is the client, who never meets the keys of others. */
public record RequestKey(String owner, String key) {}
