package dev.plinth.app.metrics;

import dev.plinth.app.access.Actor;
import dev.plinth.app.values.NotFoundException;
import dev.plinth.app.work.Transactions;
import java.util.function.Supplier;

/** The steps that all changes of a metric that is there have in common. Must be called within a transaction. */
public final class Revisions {
    private final MetricStore store;
    private final MetricJournal journal;
    private final Transactions transactions;

    public Revisions(MetricStore store, MetricJournal journal, Transactions transactions) {
        this.store = store;
        this.journal = journal;
        this.transactions = transactions;
    }

    <T> T within(Supplier<T> work) {
        return transactions.within(work);
    }

    /** The draft at its newest revision, which nobody else changes meanwhile, and which the caller may change. */
    Metric begin(Actor actor, MetricAt at) {
        Metric metric = beginWithDeleted(actor, at);
        if (metric.isDeleted()) {
            throw new NotFoundException("metric", at.id().value());
        }
        return metric;
    }

    /** The same, even when it was deleted. */
    Metric beginWithDeleted(Actor actor, MetricAt at) {
        Metric metric = store.lock(at.id())
                .orElseThrow(() -> new NotFoundException("metric", at.id().value()));
        actor.requireReach(metric.domain());
        at.seen().check(metric.revision());
        return metric;
    }

    /** Keeps what has become of it, if that is anything else. */
    Metric end(Actor actor, MetricJournal.Entry entry, Metric before, Metric after) {
        if (after.equals(before)) {
            return before;
        }
        actor.requireReach(after.domain());
        Metric kept = store.keep(after, MetricJournal.extent(before, after));
        journal.changed(actor, entry, before, kept);
        return kept;
    }
}
