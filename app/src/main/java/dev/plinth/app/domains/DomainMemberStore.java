package dev.plinth.app.domains;

import dev.plinth.app.values.DomainId;
import java.util.List;
import java.util.UUID;

/** Where memberships are kept. */
public interface DomainMemberStore {
    /** Whether there is such a user, whose data was not erased; until the transaction ends, it is not erased either. */
    boolean isUser(UUID user);

    /** Whether the user is a member now, and was not before. */
    boolean add(DomainId domain, UUID user);

    /** Whether the user was a member until now. */
    boolean remove(DomainId domain, UUID user);

    /** The members in the order of their uids: at most {@code limit}, all after {@code after}. */
    List<DomainMember> list(DomainId domain, UUID after, int limit);

    /** All domains that the user is a member of, in the order of their ids. */
    List<DomainMembership> memberships(UUID user);
}
