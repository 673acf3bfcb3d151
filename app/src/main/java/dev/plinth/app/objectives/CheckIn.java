package dev.plinth.app.objectives;

import dev.plinth.app.metrics.Amount;
import dev.plinth.app.values.Prose;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A value of a key result as it was reported; {@code author} is the id of the principal who did it. */
public record CheckIn(UUID uid, Report report, String author, Instant at) {
    /** What a person reports. */
    public record Report(Amount value, Optional<Prose> note) {}
}
