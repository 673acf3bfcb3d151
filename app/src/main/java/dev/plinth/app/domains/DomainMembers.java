package dev.plinth.app.domains;

import dev.plinth.app.access.Actor;
import dev.plinth.app.changes.Change;
import dev.plinth.app.changes.ChangeLog;
import dev.plinth.app.changes.ChangeType;
import dev.plinth.app.values.DomainId;
import dev.plinth.app.values.NotFoundException;
import dev.plinth.app.values.Slice;
import dev.plinth.app.work.Transactions;
import java.util.List;
import java.util.UUID;

/** Who may change what is in which domains. */
public final class DomainMembers {
    private final DomainMemberStore store;
    private final DomainStore domains;
    private final Transactions transactions;
    private final ChangeLog changes;

    public DomainMembers(DomainMemberStore store, DomainStore domains, Transactions transactions, ChangeLog changes) {
        this.store = store;
        this.domains = domains;
        this.transactions = transactions;
        this.changes = changes;
    }

    /** Those of the domain itself in the order of their uids: at most {@code limit}, all after {@code after}. */
    public Slice<DomainMember> list(DomainId domain, UUID after, int limit) {
        requireDomain(domain);
        return Slice.of(store.list(domain, after, limit + 1), limit);
    }

    /** Makes the user a member, if they are not one yet. */
    public void add(Actor actor, DomainId domain, UUID user) {
        transactions.within(() -> {
            actor.requireReach(domain);
            requireDomain(domain);
            if (!store.isUser(user)) {
                throw new NotFoundException("user", user.toString());
            }
            boolean added = store.add(domain, user);
            if (added) {
                changes.record(
                        actor, Change.made(ChangeType.DOMAIN_MEMBERS_CHANGED, domain.value(), DomainJson.member(user)));
            }
            return added;
        });
    }

    public void remove(Actor actor, DomainId domain, UUID user) {
        transactions.within(() -> {
            actor.requireReach(domain);
            requireDomain(domain);
            if (!store.remove(domain, user)) {
                throw new NotFoundException("member", user.toString());
            }
            recordEnd(actor, domain, user);
            return user;
        });
    }

    /** All domains that the user is a member of, in the order of their ids. */
    public List<DomainMembership> of(UUID user) {
        return store.memberships(user);
    }

    /** Ends all memberships of a user who goes, whatever the one who sends them away reaches. */
    public void removeEverywhere(Actor actor, UUID user) {
        transactions.within(() -> {
            List<DomainMembership> ended = store.memberships(user);
            for (DomainMembership membership : ended) {
                store.remove(membership.domain(), user);
                recordEnd(actor, membership.domain(), user);
            }
            return ended;
        });
    }

    private void recordEnd(Actor actor, DomainId domain, UUID user) {
        changes.record(actor, Change.gone(ChangeType.DOMAIN_MEMBERS_CHANGED, domain.value(), DomainJson.member(user)));
    }

    private void requireDomain(DomainId domain) {
        if (!domains.holds(domain)) {
            throw new NotFoundException("domain", domain.value());
        }
    }
}
