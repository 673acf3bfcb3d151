package dev.plinth.app.tokens;

import java.time.Instant;
import java.util.UUID;

/** What a good access token says: which user it was given to, in which session, and when it ends. */
public record AccessToken(UUID user, UUID session, Instant expiresAt) {}
