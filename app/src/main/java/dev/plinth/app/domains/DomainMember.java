package dev.plinth.app.domains;

import java.time.Instant;
import java.util.UUID;

/** A user who may change what is in a domain, and since when. */
public record DomainMember(UUID user, Instant addedAt) {}
