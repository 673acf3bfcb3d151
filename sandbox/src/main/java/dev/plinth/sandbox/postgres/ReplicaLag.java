package dev.plinth.sandbox.postgres;

import java.time.Duration;

/** How far a replica is behind: bytes received but not replayed, and the age of the last replayed transaction. */
public record ReplicaLag(boolean streaming, long bytes, Duration age) {}
