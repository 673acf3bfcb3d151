package dev.plinth.app.domains;

import dev.plinth.app.access.Actor;
import dev.plinth.app.changes.Change;
import dev.plinth.app.changes.ChangeLog;
import dev.plinth.app.changes.ChangeType;
import dev.plinth.app.values.Conflict;
import dev.plinth.app.values.ConflictException;
import dev.plinth.app.values.DomainId;
import dev.plinth.app.values.InvalidFieldException;
import dev.plinth.app.values.NotFoundException;
import dev.plinth.app.values.Slice;
import dev.plinth.app.values.Suggestions;
import dev.plinth.app.work.Transactions;
import java.util.List;

/** The tree of domains. */
public final class Domains {
    /** How many levels the tree has at most. */
    public static final int DEPTH_MAX = 8;

    private final DomainStore store;
    private final Transactions transactions;
    private final ChangeLog changes;

    public Domains(DomainStore store, Transactions transactions, ChangeLog changes) {
        this.store = store;
        this.transactions = transactions;
        this.changes = changes;
    }

    public Domain create(Actor actor, DomainContent content) {
        return transactions.within(() -> {
            actor.requireReach(content.parent().orElse(content.id()));
            store.lockTree();
            content.parent().ifPresent(this::requireRoomBelow);
            Domain domain = store.insert(content)
                    .orElseThrow(() -> new ConflictException(
                            Conflict.ALREADY_EXISTS,
                            "A domain with the id '%s' exists already.".formatted(content.id())));
            changes.record(
                    actor, Change.made(ChangeType.DOMAIN_CREATED, domain.id().value(), DomainJson.write(domain)));
            return domain;
        });
    }

    public Domain get(DomainId id) {
        return store.find(id).orElseThrow(() -> new NotFoundException("domain", id.value()));
    }

    public Slice<Domain> list(DomainQuery query) {
        var oneMore = new DomainQuery(query.parent(), query.after(), query.limit() + 1);
        return Slice.of(store.list(oneMore), query.limit());
    }

    /** Throws {@link InvalidFieldException} for the field at the pointer when there is no such domain. */
    public void requireKnown(String pointer, DomainId id) {
        if (store.find(id).isEmpty()) {
            throw unknown(pointer, id);
        }
    }

    private void requireRoomBelow(DomainId parent) {
        List<DomainId> path = store.pathTo(parent);
        if (path.isEmpty()) {
            throw unknown("/parent", parent);
        }
        if (path.size() >= DEPTH_MAX) {
            throw new InvalidFieldException(
                    "/parent", "must be at level %d at most, but is at level %d".formatted(DEPTH_MAX - 1, path.size()));
        }
    }

    private InvalidFieldException unknown(String pointer, DomainId id) {
        List<String> known = store.ids().stream().map(DomainId::value).toList();
        return new InvalidFieldException(
                pointer,
                "must be the id of a domain that is there, but is '%s'.%s"
                        .formatted(id, Suggestions.didYouMean(id.value(), known)));
    }
}
