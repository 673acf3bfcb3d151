package dev.plinth.app.consumers;

import dev.plinth.app.access.Actor;
import dev.plinth.app.changes.Change;
import dev.plinth.app.changes.ChangeLog;
import dev.plinth.app.changes.ChangeType;
import dev.plinth.app.metrics.Metric;
import dev.plinth.app.values.Conflict;
import dev.plinth.app.values.ConflictException;
import dev.plinth.app.values.InvalidFieldException;
import dev.plinth.app.values.NotFoundException;
import dev.plinth.app.values.Slice;
import dev.plinth.app.work.Transactions;
import java.util.UUID;

/** Who uses which metric. */
public final class Consumers {
    private final ConsumerStore store;
    private final Transactions transactions;
    private final ChangeLog changes;

    public Consumers(ConsumerStore store, Transactions transactions, ChangeLog changes) {
        this.store = store;
        this.transactions = transactions;
        this.changes = changes;
    }

    /** Keeps that somebody uses a metric. They need not be members of its domain: users mostly are not. */
    public Consumer register(Actor actor, Metric metric, Usage usage) {
        return transactions.within(() -> {
            usage.version().ifPresent(version -> {
                if (!store.isPublished(metric.uid(), version)) {
                    throw new InvalidFieldException(
                            "/version", "must be a published version of the metric, but is '%s'".formatted(version));
                }
            });
            Consumer consumer = store.register(
                            metric.uid(), usage, actor.principal().id())
                    .orElseThrow(() -> new ConflictException(
                            Conflict.ALREADY_EXISTS,
                            "'%s' is registered as a consumer of '%s' already."
                                    .formatted(usage.consumer(), metric.id())));
            changes.record(
                    actor, Change.made(ChangeType.CONSUMER_ADDED, metric.id().value(), ConsumerJson.write(consumer)));
            return consumer;
        });
    }

    public Consumer get(Metric metric, UUID uid) {
        return store.find(metric.uid(), uid).orElseThrow(() -> new NotFoundException("consumer", uid.toString()));
    }

    /** Those of a metric in the order in which they came: at most {@code limit}, all after {@code after}. */
    public Slice<Consumer> list(Metric metric, UUID after, int limit) {
        return Slice.of(store.list(metric.uid(), after, limit + 1), limit);
    }

    /** Who registered a consumer may remove it, and who may change the metric. */
    public void remove(Actor actor, Metric metric, UUID uid) {
        transactions.within(() -> {
            Consumer consumer = get(metric, uid);
            if (!consumer.author().equals(actor.principal().id())) {
                actor.requireReach(metric.domain());
            }
            store.delete(uid);
            changes.record(
                    actor, Change.gone(ChangeType.CONSUMER_REMOVED, metric.id().value(), ConsumerJson.write(consumer)));
            return consumer;
        });
    }
}
