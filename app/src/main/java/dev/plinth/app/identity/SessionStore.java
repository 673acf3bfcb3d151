package dev.plinth.app.identity;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Where sessions and their refresh tokens are kept. */
public interface SessionStore {
    Session insert(UUID user, String address, Instant expiresAt);

    void addToken(UUID session, byte[] digest);

    /** What the user of an open session may do; empty when it is closed or over, or the user is not active. */
    Optional<Standing> standing(UUID session);
}
