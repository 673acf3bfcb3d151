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

    /** The domain, which nobody else changes or takes away until the open transaction has ended. */
    Optional<Domain> lock(DomainId id);

    /** Whether the domain is there, and stays until the open transaction has ended. */
    boolean holds(DomainId id);

    /** The domain as kept from now on, with its next revision. */
    Domain update(DomainContent content);

    void delete(DomainId id);

    /** What is in the domain itself or right below it. */
    DomainUse use(DomainId id);

    /** The domains that match, in the order of their ids. */
    List<Domain> list(DomainQuery query);

    /** The ids of all domains, in their order. */
    List<DomainId> ids();

    /** The domains from the top of the tree down to this one; none when it is not there. */
    List<DomainId> pathTo(DomainId id);

    /** How many levels the tree has from this domain on, itself included. */
    int levelsFrom(DomainId id);

    /** This domain and all below it, level by level and in the order of their ids; at most as many as asked for. */
    List<Domain> from(DomainId id, int limit);
}
