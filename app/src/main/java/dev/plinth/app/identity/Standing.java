package dev.plinth.app.identity;

import dev.plinth.app.access.Reach;
import dev.plinth.app.access.Role;
import dev.plinth.app.values.DomainId;
import java.util.Set;
import java.util.UUID;

/** What an active user may do at the moment; {@code domains} are those of which an editor is a member. */
public record Standing(UUID user, Role role, Set<DomainId> domains) {
    public Standing {
        domains = Set.copyOf(domains);
    }

    /** Reviewers and administrators reach everything, others what they are members of. */
    Reach reach() {
        return role.compareTo(Role.REVIEWER) >= 0 ? new Reach.Everywhere() : new Reach.Within(domains);
    }
}
