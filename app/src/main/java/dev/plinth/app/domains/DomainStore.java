package dev.plinth.app.domains;

import dev.plinth.app.values.DomainId;
import java.util.List;
import java.util.Optional;

/** Where domains are kept. */
public interface DomainStore {
    /** Lets no other transaction change the shape of the tree until the open one has ended. */
    void lockTree();

    /** The domain as kept, or empty when one of the same id is there already. */
    Optional<Domain> insert(DomainContent content);

    Optional<Domain> find(DomainId id);

    /** The domains that match, in the order of their ids. */
    List<Domain> list(DomainQuery query);

    /** The ids of all domains, in their order. */
    List<DomainId> ids();

    /** The domains from the top of the tree down to this one; none when it is not there. */
    List<DomainId> pathTo(DomainId id);
}
