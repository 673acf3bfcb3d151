package dev.plinth.app.domains;

import dev.plinth.app.values.DomainId;
import dev.plinth.app.values.Label;
import dev.plinth.app.values.Prose;
import java.util.Optional;

/** What people write about a domain; without a parent it is at the top of the tree. */
public record DomainContent(DomainId id, Label name, Prose description, Optional<DomainId> parent) {}
