package dev.plinth.app.domains;

import dev.plinth.app.values.DomainId;
import java.util.Optional;

/**
 * One page of domains in the order of their ids, of one parent or of all: at most {@code limit}, all after
 * {@code after}; "" is the beginning.
 */
public record DomainQuery(Optional<DomainId> parent, String after, int limit) {}
