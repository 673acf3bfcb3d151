package dev.plinth.app.transfer;

import dev.plinth.app.access.Actor;
import dev.plinth.app.access.Scope;
import dev.plinth.app.metrics.Classification;
import dev.plinth.app.metrics.MetricContent;
import dev.plinth.app.metrics.Metrics;
import dev.plinth.app.metrics.Removals;
import dev.plinth.app.metrics.Written;
import dev.plinth.app.values.ForbiddenException;
import dev.plinth.app.values.Tag;
import dev.plinth.app.work.Transactions;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Predicate;

/** Carries out many changes of metrics in one transaction, each on its own: one that is refused undoes no other. */
public final class BulkChanges {
    private final Metrics metrics;
    private final Removals removals;
    private final Transactions transactions;
    private final Predicate<RuntimeException> refusals;

    /** {@code refusals} tells what is the fault of a change from what is nobody's and must end all of them. */
    public BulkChanges(
            Metrics metrics, Removals removals, Transactions transactions, Predicate<RuntimeException> refusals) {
        this.metrics = metrics;
        this.removals = removals;
        this.transactions = transactions;
        this.refusals = refusals;
    }

    /** Whether the changes stand or fall together. */
    public enum Together {
        EACH_ON_ITS_OWN,
        ALL_OR_NONE
    }

    /** An outcome for each change, in their order. */
    public List<BulkOutcome> carryOut(Actor actor, List<BulkChange> changes, Together together) {
        List<BulkOutcome> outcomes = new ArrayList<>();
        return transactions.within(() -> {
            try {
                transactions.attempt(() -> {
                    changes.forEach(change -> outcomes.add(attempt(actor, change)));
                    if (together == Together.ALL_OR_NONE && outcomes.stream().anyMatch(BulkChanges::hasFailed)) {
                        throw new OneFailed();
                    }
                    return outcomes;
                });
            } catch (OneFailed undone) {
                outcomes.replaceAll(outcome -> hasFailed(outcome) ? outcome : new BulkOutcome.TakenBack());
            }
            return List.copyOf(outcomes);
        });
    }

    private BulkOutcome attempt(Actor actor, BulkChange change) {
        try {
            return transactions.attempt(() -> carriedOut(actor, change));
        } catch (RuntimeException failure) {
            if (!refusals.test(failure)) {
                throw failure;
            }
            return new BulkOutcome.Failed(failure);
        }
    }

    private BulkOutcome carriedOut(Actor actor, BulkChange change) {
        return switch (change) {
            case BulkChange.Create create -> new BulkOutcome.Created(metrics.create(actor, create.content()));
            case BulkChange.Update update -> new BulkOutcome.Updated(metrics.update(actor, update.at(), update.edit()));
            case BulkChange.Upsert upsert -> {
                Written written = metrics.upsert(actor, upsert.content(), upsert.seen());
                yield written.created()
                        ? new BulkOutcome.Created(written.metric())
                        : new BulkOutcome.Updated(written.metric());
            }
            case BulkChange.Delete delete -> deleted(actor, delete);
            case BulkChange.Retag retag ->
                new BulkOutcome.Updated(metrics.update(actor, retag.at(), content -> retagged(content, retag)));
            case BulkChange.Refused refused -> throw refused.refusal();
        };
    }

    private BulkOutcome deleted(Actor actor, BulkChange.Delete delete) {
        if (!actor.principal().has(Scope.METRICS_DELETE)) {
            throw new ForbiddenException("To delete a metric, you need the scope 'metrics:delete'.");
        }
        removals.delete(actor, delete.at(), Removals.Force.NONE);
        return new BulkOutcome.Deleted();
    }

    private static MetricContent retagged(MetricContent content, BulkChange.Retag retag) {
        Classification before = content.classification();
        var tags = new LinkedHashSet<Tag>(before.tags());
        tags.addAll(retag.added());
        retag.removed().forEach(tags::remove);
        var after = new Classification(
                before.domain(), before.tier(), before.metricType(), before.calculationType(), List.copyOf(tags));
        return new MetricContent(
                content.id(),
                content.name(),
                content.description(),
                after,
                content.definition(),
                content.stewardship(),
                content.remarks());
    }

    private static boolean hasFailed(BulkOutcome outcome) {
        return outcome instanceof BulkOutcome.Failed;
    }

    /** Undoes all changes. */
    private static final class OneFailed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
