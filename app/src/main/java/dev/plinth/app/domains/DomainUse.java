package dev.plinth.app.domains;

import dev.plinth.app.values.Conflict;
import dev.plinth.app.values.ConflictException;
import dev.plinth.app.values.DomainId;

/** How many things belong to a domain. */
public record DomainUse(int domains, int metrics, int objectives) {
    void requireNone(DomainId id) {
        if (domains + metrics + objectives > 0) {
            throw new ConflictException(
                    Conflict.STILL_IN_USE,
                    "The domain '%s' still has metrics (%d), objectives (%d) or domains right below it (%d)."
                                    .formatted(id, metrics, objectives, domains)
                            + " Move or delete them first.");
        }
    }
}
