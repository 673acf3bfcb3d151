package dev.plinth.app.domains;

import dev.plinth.app.values.DomainId;
import java.time.Instant;

/** A domain as it is kept. */
public record Domain(DomainContent content, long revision, Instant createdAt, Instant updatedAt) {
    public DomainId id() {
        return content.id();
    }
}
