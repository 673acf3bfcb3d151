package dev.plinth.app.domains;

import dev.plinth.app.access.Actor;
import dev.plinth.app.changes.Change;
import dev.plinth.app.changes.ChangeLog;
import dev.plinth.app.changes.ChangeType;
import dev.plinth.app.values.Conflict;
import dev.plinth.app.values.ConflictException;
import dev.plinth.app.values.DomainId;
import dev.plinth.app.values.IfMatch;
import dev.plinth.app.values.InvalidFieldException;
import dev.plinth.app.values.NotFoundException;
import dev.plinth.app.values.Slice;
import dev.plinth.app.values.Suggestions;
import dev.plinth.app.work.Transactions;
import java.util.List;
import java.util.function.UnaryOperator;

/** The tree of domains. */
public final class Domains {
    /** How many levels the tree has at most. */
    public static final int DEPTH_MAX = 8;

    // What a person can look at, and one answer can carry.
    private static final int TREE_SIZE_MAX = 1_000;

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
            content.parent().ifPresent(parent -> requireRoom(parent, 1));
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

    /** The domain with what is below it, and the way to it from the top. */
    public DomainTree tree(DomainId id) {
        List<DomainId> path = store.pathTo(id);
        if (path.isEmpty()) {
            throw new NotFoundException("domain", id.value());
        }
        return new DomainTree(path, Slice.of(store.from(id, TREE_SIZE_MAX + 1), TREE_SIZE_MAX));
    }

    /** Puts what {@code edit} makes of the content in its place; another parent moves all that is below too. */
    public Domain change(Actor actor, DomainId id, IfMatch seen, UnaryOperator<DomainContent> edit) {
        return transactions.within(() -> {
            store.lockTree();
            Domain before = locked(id);
            seen.check(before.revision());
            DomainContent content = edit.apply(before.content());
            requireSameId(id, content.id());
            actor.requireReach(id);
            if (!content.parent().equals(before.content().parent())) {
                actor.requireReach(content.parent().orElse(id));
                content.parent().ifPresent(parent -> requireNoCycle(id, parent));
            }
            Domain after = store.update(content);
            changes.record(
                    actor,
                    new Change(
                            ChangeType.DOMAIN_UPDATED, id.value(), DomainJson.write(before), DomainJson.write(after)));
            return after;
        });
    }

    /** Takes away a domain that nothing belongs to. */
    public void delete(Actor actor, DomainId id, IfMatch seen) {
        transactions.within(() -> {
            store.lockTree();
            Domain domain = locked(id);
            seen.check(domain.revision());
            actor.requireReach(id);
            store.use(id).requireNone(id);
            store.delete(id);
            changes.record(actor, Change.gone(ChangeType.DOMAIN_DELETED, id.value(), DomainJson.write(domain)));
            return domain;
        });
    }

    /**
     * Throws {@link InvalidFieldException} for the field at the pointer when there is no such domain; else it is there
     * until the open transaction has ended.
     */
    public void requireKnown(String pointer, DomainId id) {
        if (!store.holds(id)) {
            throw unknown(pointer, id);
        }
    }

    private Domain locked(DomainId id) {
        return store.lock(id).orElseThrow(() -> new NotFoundException("domain", id.value()));
    }

    private static void requireSameId(DomainId id, DomainId other) {
        if (!other.equals(id)) {
            throw new InvalidFieldException("/domain_id", "must stay '%s'; an id is never changed".formatted(id));
        }
    }

    private void requireNoCycle(DomainId id, DomainId parent) {
        if (store.pathTo(parent).contains(id)) {
            throw new ConflictException(
                    Conflict.WOULD_FORM_CYCLE,
                    "The domain '%s' is '%s' itself or below it. Choose a parent outside.".formatted(parent, id));
        }
        requireRoom(parent, store.levelsFrom(id));
    }

    private void requireRoom(DomainId parent, int levels) {
        List<DomainId> path = store.pathTo(parent);
        if (path.isEmpty()) {
            throw unknown("/parent", parent);
        }
        int levelMax = DEPTH_MAX - levels;
        if (path.size() > levelMax) {
            throw new InvalidFieldException(
                    "/parent", "must be at level %d at most, but is at level %d".formatted(levelMax, path.size()));
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
