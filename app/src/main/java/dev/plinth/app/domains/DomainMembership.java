package dev.plinth.app.domains;

import dev.plinth.app.values.DomainId;
import java.time.Instant;

/** A domain that a user may change things in, and since when. */
public record DomainMembership(DomainId domain, Instant addedAt) {}
