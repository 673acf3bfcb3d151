package dev.plinth.app.metrics;

import dev.plinth.app.values.DomainId;
import dev.plinth.app.values.InvalidFieldException;

/** The domains that metrics can belong to. */
public interface KnownDomains {
    /** Throws {@link InvalidFieldException} for the field at the pointer when there is no such domain. */
    void require(String pointer, DomainId id);
}
