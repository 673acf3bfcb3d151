package dev.plinth.app.identity;

import dev.plinth.app.access.Role;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A page of users in the order in which they were added: those of these roles and states, after one of them. */
public record UserQuery(Set<Role> roles, Set<UserStatus> statuses, Optional<UUID> after, int limit) {
    public UserQuery {
        roles = Set.copyOf(roles);
        statuses = Set.copyOf(statuses);
    }
}
