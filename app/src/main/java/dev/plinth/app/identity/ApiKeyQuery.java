package dev.plinth.app.identity;

import java.util.Optional;
import java.util.UUID;

/** A page of API keys: those of one user, or of all, after the one with this id. */
public record ApiKeyQuery(Optional<UUID> user, String after, int limit) {}
