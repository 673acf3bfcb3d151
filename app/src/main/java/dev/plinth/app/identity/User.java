package dev.plinth.app.identity;

import dev.plinth.app.access.Role;
import java.time.Instant;
import java.util.UUID;

/** Somebody who may sign in. */
public record User(
        UUID uid, Profile profile, Role role, UserStatus status, long revision, Instant createdAt, Instant updatedAt) {
    public boolean isActive() {
        return status == UserStatus.ACTIVE;
    }
}
