package dev.plinth.app.metrics;

import dev.plinth.app.access.Actor;
import dev.plinth.app.access.Scope;
import dev.plinth.app.changes.ChangeType;
import dev.plinth.app.metrics.MetricJournal.Entry;
import dev.plinth.app.values.Conflict;
import dev.plinth.app.values.ConflictException;
import dev.plinth.app.values.ForbiddenException;
import dev.plinth.app.values.MetricId;
import java.time.Clock;
import java.util.List;

/** Takes metrics out of sight, brings them back, and gives them other ids. */
public final class Removals {
    private final MetricStore store;
    private final Revisions revisions;
    private final MetricUse use;
    private final Clock clock;

    public Removals(MetricStore store, Revisions revisions, MetricUse use, Clock clock) {
        this.store = store;
        this.revisions = revisions;
        this.use = use;
        this.clock = clock;
    }

    /** Whether a metric that is used goes anyway. */
    public enum Force {
        NONE,
        EVEN_IF_USED
    }

    /** Takes the metric out of sight; its id stays its own, and it can be brought back. */
    public void delete(Actor actor, MetricAt at, Force force) {
        if (force == Force.EVEN_IF_USED && !actor.principal().has(Scope.METRICS_PUBLISH)) {
            throw new ForbiddenException("To delete a metric that is used, you need the scope 'metrics:publish'.");
        }
        revisions.within(() -> {
            Metric before = revisions.begin(actor, at);
            if (force == Force.NONE) {
                requireUnused(before);
            }
            Metric after = before.with(new Standing.Deleted(before.standing(), clock.instant()));
            return revisions.end(actor, Entry.of(ChangeType.METRIC_DELETED), before, after);
        });
    }

    private void requireUnused(Metric metric) {
        List<String> consumers = use.activeConsumers(metric);
        if (!consumers.isEmpty()) {
            throw new ConflictException(
                    Conflict.STILL_IN_USE,
                    ("The metric is used by %s. Let them go over to another one, or repeat this with force=true,"
                                    + " for which you need the scope 'metrics:publish'.")
                            .formatted(String.join(", ", consumers)));
        }
    }

    /** Brings a deleted metric back as it was. */
    public Metric undelete(Actor actor, MetricAt at) {
        return revisions.within(() -> {
            Metric before = revisions.beginWithDeleted(actor, at);
            if (!(before.standing() instanceof Standing.Deleted deleted)) {
                throw new ConflictException(Conflict.WRONG_STATE, "The metric is not deleted.");
            }
            return revisions.end(actor, Entry.of(ChangeType.METRIC_UNDELETED), before, before.with(deleted.before()));
        });
    }

    /** Gives the metric another id; those that it had lead to it still. */
    public Metric rename(Actor actor, MetricAt at, MetricId id) {
        return revisions.within(() -> {
            Metric before = revisions.begin(actor, at);
            if (!store.reserve(before.uid(), id)) {
                throw Metrics.taken(id);
            }
            Metric after = before.with(before.content().called(id));
            return revisions.end(actor, Entry.of(ChangeType.METRIC_RENAMED), before, after);
        });
    }
}
