package dev.plinth.app.domains;

import dev.plinth.app.values.DomainId;
import java.util.Set;
import java.util.UUID;

/** Who belongs to which domains. */
public final class DomainMembers {
    private final DomainMemberStore store;

    public DomainMembers(DomainMemberStore store) {
        this.store = store;
    }

    /** All domains whose things the user may change: those they are a member of, and all domains below. */
    public Set<DomainId> reachOf(UUID user) {
        return store.reachOf(user);
    }
}
