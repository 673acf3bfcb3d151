package dev.plinth.app.changes;

import java.time.Instant;

/** A change as it was kept; {@code sequence} grows from change to change, with gaps. */
public record RecordedChange(long sequence, Instant at, ChangeType type, String subject) {}
