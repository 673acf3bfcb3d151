package dev.plinth.app.domains;

import dev.plinth.app.values.Conflict;
import dev.plinth.app.values.ConflictException;
import dev.plinth.app.values.DomainId;

/** How many things belong to a domain. */
public record DomainUse(int domains, int metrics) {
    void requireNone(DomainId id) {
        if (domains + metrics > 0) {
            throw new ConflictException(
                    Conflict.STILL_IN_USE,
                    "The domain '%s' still has %d metrics, and %d domains right below it. Move or delete them first."
                            .formatted(id, metrics, domains));
        }
    }
}
