package dev.plinth.app.objectives;

import dev.plinth.app.values.DomainId;
import java.time.Instant;
import java.util.UUID;

/** An objective as it is kept. */
public record Objective(UUID uid, ObjectiveContent content, long revision, Instant createdAt, Instant updatedAt) {
    DomainId domain() {
        return content.domain();
    }
}
