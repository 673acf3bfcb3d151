package dev.plinth.app.metrics;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plinth.app.access.Actor;
import dev.plinth.app.changes.Change;
import dev.plinth.app.changes.ChangeLog;
import dev.plinth.app.changes.ChangeType;
import dev.plinth.app.metrics.MetricStore.Extent;
import dev.plinth.app.values.Prose;
import dev.plinth.app.work.Transactions;
import java.util.Optional;

/** Tells of every change of a metric: the record of changes with it, and the cache after it. */
public final class MetricJournal {
    private final ChangeLog changes;
    private final Transactions transactions;
    private final MetricCache cache;

    public MetricJournal(ChangeLog changes, Transactions transactions, MetricCache cache) {
        this.changes = changes;
        this.transactions = transactions;
        this.cache = cache;
    }

    void made(Actor actor, Metric metric) {
        changes.record(actor, Change.made(ChangeType.METRIC_CREATED, metric.id().value(), MetricJson.write(metric)));
        forget(metric, Extent.DRAFT);
    }

    /** What a change is, and why it was made when that was asked. */
    record Entry(ChangeType type, Optional<Prose> reason) {
        static Entry of(ChangeType type) {
            return new Entry(type, Optional.empty());
        }
    }

    void changed(Actor actor, Entry entry, Metric before, Metric after) {
        ObjectNode now = MetricJson.write(after);
        entry.reason().ifPresent(reason -> now.put("reason", reason.value()));
        changes.record(actor, new Change(entry.type(), after.id().value(), MetricJson.write(before), now));
        Extent extent = extent(before, after);
        forget(after, extent);
        if (!before.id().equals(after.id())) {
            forget(before, extent);
        }
    }

    /** Content alone is only seen in the draft until it is published. */
    static Extent extent(Metric before, Metric after) {
        boolean draftOnly =
                before.standing().equals(after.standing()) && before.id().equals(after.id());
        return draftOnly ? Extent.DRAFT : Extent.EVERYTHING;
    }

    private void forget(Metric metric, Extent extent) {
        transactions.afterwards(() -> cache.forget(metric.id(), extent));
    }
}
