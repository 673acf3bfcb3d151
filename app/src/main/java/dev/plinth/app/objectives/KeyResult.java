package dev.plinth.app.objectives;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/** A key result as it is kept. */
public record KeyResult(
        UUID uid,
        UUID objective,
        KeyResultContent content,
        Reading reading,
        long revision,
        Instant createdAt,
        Instant updatedAt) {
    /** From 0 to 1. */
    BigDecimal progress() {
        return content.aim().progress(reading.current());
    }
}
