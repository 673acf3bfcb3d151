package dev.plinth.app.cache;

import dev.plinth.app.changes.ChangeListener;
import dev.plinth.app.changes.RecordedChange;
import dev.plinth.app.metrics.MetricCache;
import dev.plinth.app.metrics.MetricStore.Extent;
import dev.plinth.app.metrics.View;
import dev.plinth.app.values.MetricId;
import java.util.List;

/**
 * What makes answers about metrics outdated: renewed after each change by the instance that made it, and once more when
 * the change is told of, in case that instance could not.
 */
public final class MetricStamps implements MetricCache, ChangeListener {
    private static final String PUBLISHED = "metrics:published";
    private static final String DRAFTS = "metrics:drafts";

    private final ReadThrough cache;

    public MetricStamps(ReadThrough cache) {
        this.cache = cache;
    }

    /** Outdates what says anything of this one metric. */
    public static String one(MetricId id) {
        return "metric:" + id;
    }

    /** Outdates what says anything of many metrics as they are in this view. */
    public static String many(View view) {
        return view == View.PUBLISHED ? PUBLISHED : DRAFTS;
    }

    @Override
    public void forget(MetricId id, Extent extent) {
        renew(id, extent);
    }

    /** Throws when that could not be done yet, so that it is told again. */
    @Override
    public void changed(RecordedChange change) {
        boolean done = switch (change.type()) {
            case METRIC_CREATED, METRIC_UPDATED, METRIC_RESTORED -> settle(change, Extent.DRAFT);
            case METRIC_PUBLISHED,
                    METRIC_DEPRECATED,
                    METRIC_RETIRED,
                    METRIC_RENAMED,
                    METRIC_DELETED,
                    METRIC_UNDELETED -> settle(change, Extent.EVERYTHING);
            // Lists can be of a domain with all below it.
            case DOMAIN_CREATED, DOMAIN_UPDATED, DOMAIN_DELETED -> cache.renew(List.of(PUBLISHED, DRAFTS));
            default -> true;
        };
        if (!done) {
            throw new IllegalStateException("The cache is off, and could not be told to forget");
        }
    }

    /** Usually all is done by then; the metric's own stamp, which is the last to be renewed, tells. */
    private boolean settle(RecordedChange change, Extent extent) {
        var id = new MetricId(change.subject());
        return cache.isRenewedSince(one(id), change.at()) || renew(id, extent);
    }

    private boolean renew(MetricId id, Extent extent) {
        return cache.renew(
                extent == Extent.EVERYTHING ? List.of(PUBLISHED, DRAFTS, one(id)) : List.of(DRAFTS, one(id)));
    }
}
