package dev.plinth.app.changes;

import java.time.Instant;
import java.util.UUID;

/** A change as it stands in the audit trail; {@code id} grows from change to change, with gaps. */
public record KeptChange(long id, UUID uid, Instant at, Origin origin, Change change) {}
