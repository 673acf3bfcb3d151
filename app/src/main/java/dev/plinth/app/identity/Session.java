package dev.plinth.app.identity;

import java.time.Instant;
import java.util.UUID;

/** A sign-in of a user, from the address where it was made. */
public record Session(UUID id, UUID user, String address, Instant openedAt, Instant usedAt, Instant expiresAt) {
    /** Hides the address. */
    @Override
    public String toString() {
        return "Session[%s of %s]".formatted(id, user);
    }
}
