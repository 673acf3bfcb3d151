package dev.plinth.app.objectives;

import dev.plinth.app.access.Actor;
import dev.plinth.app.changes.Change;
import dev.plinth.app.changes.ChangeLog;
import dev.plinth.app.changes.ChangeType;
import dev.plinth.app.domains.Domains;
import dev.plinth.app.values.IfMatch;
import dev.plinth.app.values.NotFoundException;
import dev.plinth.app.values.Slice;
import dev.plinth.app.work.Transactions;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** What the domains want to reach. */
public final class Objectives {
    private final ObjectiveStore store;
    private final Domains domains;
    private final Transactions transactions;
    private final ChangeLog changes;

    public Objectives(ObjectiveStore store, Domains domains, Transactions transactions, ChangeLog changes) {
        this.store = store;
        this.domains = domains;
        this.transactions = transactions;
        this.changes = changes;
    }

    public Objective create(Actor actor, ObjectiveContent content) {
        return transactions.within(() -> {
            requireDomain(actor, content);
            Objective objective = store.insert(content);
            changes.record(
                    actor,
                    Change.made(
                            ChangeType.OBJECTIVE_CREATED, objective.uid().toString(), ObjectiveJson.write(objective)));
            return objective;
        });
    }

    public Objective get(UUID uid) {
        return store.find(uid).orElseThrow(() -> missing(uid));
    }

    public Slice<Objective> list(ObjectiveQuery query) {
        var oneMore = new ObjectiveQuery(query.domains(), query.metric(), query.after(), query.limit() + 1);
        return Slice.of(store.list(oneMore), query.limit());
    }

    /** Puts what {@code edit} makes of the content in its place. */
    public Objective change(Actor actor, UUID uid, IfMatch seen, UnaryOperator<ObjectiveContent> edit) {
        return transactions.within(() -> {
            Objective before = locked(actor, uid, seen);
            ObjectiveContent content = edit.apply(before.content());
            requireDomain(actor, content);
            Objective after = store.update(uid, content);
            changes.record(
                    actor,
                    new Change(
                            ChangeType.OBJECTIVE_UPDATED,
                            uid.toString(),
                            ObjectiveJson.write(before),
                            ObjectiveJson.write(after)));
            return after;
        });
    }

    /** Takes it away with its key results. */
    public void delete(Actor actor, UUID uid, IfMatch seen) {
        transactions.within(() -> {
            Objective objective = locked(actor, uid, seen);
            store.delete(uid);
            changes.record(
                    actor, Change.gone(ChangeType.OBJECTIVE_DELETED, uid.toString(), ObjectiveJson.write(objective)));
            return objective;
        });
    }

    /** The objective, unchanged by others until the open transaction has ended, for a caller who may change it. */
    Objective locked(Actor actor, UUID uid) {
        Objective objective = store.lock(uid).orElseThrow(() -> missing(uid));
        actor.requireReach(objective.domain());
        return objective;
    }

    private Objective locked(Actor actor, UUID uid, IfMatch seen) {
        Objective objective = locked(actor, uid);
        seen.check(objective.revision());
        return objective;
    }

    private void requireDomain(Actor actor, ObjectiveContent content) {
        domains.requireKnown("/domain", content.domain());
        actor.requireReach(content.domain());
    }

    private static NotFoundException missing(UUID uid) {
        return new NotFoundException("objective", uid.toString());
    }
}
