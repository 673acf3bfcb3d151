package dev.plinth.app.lineage;

import dev.plinth.app.access.Actor;
import dev.plinth.app.access.Principal;
import dev.plinth.app.changes.Change;
import dev.plinth.app.changes.ChangeLog;
import dev.plinth.app.changes.ChangeType;
import dev.plinth.app.metrics.Metric;
import dev.plinth.app.metrics.View;
import dev.plinth.app.values.Conflict;
import dev.plinth.app.values.ConflictException;
import dev.plinth.app.values.InvalidFieldException;
import dev.plinth.app.values.MetricId;
import dev.plinth.app.values.NotFoundException;
import dev.plinth.app.values.Slice;
import dev.plinth.app.work.Transactions;
import java.util.UUID;

/** What metrics say of each other. */
public final class Relationships {
    /** Far more than a person can look through. */
    private static final int COUNT_MAX = 500;

    private final RelationshipStore store;
    private final KnownMetrics metrics;
    private final Transactions transactions;
    private final ChangeLog changes;

    public Relationships(RelationshipStore store, KnownMetrics metrics, Transactions transactions, ChangeLog changes) {
        this.store = store;
        this.metrics = metrics;
        this.transactions = transactions;
        this.changes = changes;
    }

    /** Keeps that {@code from} says this of {@code other}; directed ones never lead in a circle. */
    public Relationship add(Actor actor, MetricId id, RelationshipType type, MetricId other) {
        return transactions.within(() -> {
            View view = View.of(actor.principal());
            Metric from = metrics.get(id, view);
            actor.requireReach(from.domain());
            Metric to = metrics.find(other, view)
                    .orElseThrow(() -> new InvalidFieldException(
                            "/metric_id", "must be the id of a metric that is there, but is '%s'".formatted(other)));
            store.lock(type.family());
            requireRoom(from);
            requireNoCycle(from, type, to);
            UUID uid = store.insert(from.uid(), to.uid(), type)
                    .orElseThrow(() -> new ConflictException(
                            Conflict.ALREADY_EXISTS,
                            "'%s' has this relationship with '%s' already.".formatted(from.id(), to.id())));
            Relationship relationship = get(actor.principal(), from, uid);
            changes.record(
                    actor,
                    Change.made(ChangeType.RELATIONSHIP_ADDED, from.id().value(), LineageJson.write(relationship)));
            return relationship;
        });
    }

    public Relationship get(Principal principal, MetricId metric, UUID uid) {
        return get(principal, metrics.get(metric, View.of(principal)), uid);
    }

    /** The relationships of a metric, either way. */
    public Slice<Relationship> list(MetricId metric, RelationshipQuery query) {
        var oneMore = new RelationshipQuery(query.types(), query.view(), query.after(), query.limit() + 1);
        return Slice.of(store.list(metrics.get(metric, query.view()).uid(), oneMore), query.limit());
    }

    /** Whoever may change the metric that says it may take it back; what holds both ways, either metric's. */
    public void remove(Actor actor, MetricId id, UUID uid) {
        transactions.within(() -> {
            Metric metric = metrics.get(id, View.of(actor.principal()));
            Relationship relationship = get(actor.principal(), metric, uid);
            boolean directed = relationship.type().family().isDirected();
            actor.requireReach(directed ? relationship.from().domain() : metric.domain());
            store.delete(uid);
            changes.record(
                    actor,
                    Change.gone(
                            ChangeType.RELATIONSHIP_REMOVED,
                            relationship.from().id().value(),
                            LineageJson.write(relationship)));
            return relationship;
        });
    }

    private Relationship get(Principal principal, Metric metric, UUID uid) {
        return store.find(metric.uid(), uid, View.of(principal))
                .orElseThrow(() -> new NotFoundException("relationship", uid.toString()));
    }

    private void requireRoom(Metric metric) {
        if (store.count(metric.uid()) >= COUNT_MAX) {
            throw new ConflictException(
                    Conflict.WRONG_STATE,
                    "'%s' has %d relationships, the most there can be. Remove one first."
                            .formatted(metric.id(), COUNT_MAX));
        }
    }

    private void requireNoCycle(Metric from, RelationshipType type, Metric to) {
        boolean same = from.uid().equals(to.uid());
        if (same || (type.family().isDirected() && store.leads(to.uid(), from.uid(), type.family()))) {
            throw new ConflictException(
                    Conflict.WOULD_FORM_CYCLE,
                    "'%s' leads to '%s' by relationships of this kind already. Remove one of those first."
                            .formatted(to.id(), from.id()));
        }
    }
}
