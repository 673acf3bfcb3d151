package dev.plinth.app.domains;

import dev.plinth.app.values.DomainId;
import java.util.Set;
import java.util.UUID;

/** Where memberships are kept. */
public interface DomainMemberStore {
    /** The domains that the user is a member of, and all domains below them. */
    Set<DomainId> reachOf(UUID user);
}
