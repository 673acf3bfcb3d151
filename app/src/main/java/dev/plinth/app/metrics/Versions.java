package dev.plinth.app.metrics;

import dev.plinth.app.access.Actor;
import dev.plinth.app.changes.ChangeType;
import dev.plinth.app.values.InvalidValueException;
import dev.plinth.app.values.NotFoundException;
import dev.plinth.app.values.Slice;
import java.util.Optional;

/** What was published of metrics over time. */
public final class Versions {
    private final VersionStore store;
    private final KnownDomains domains;
    private final Revisions revisions;

    public Versions(VersionStore store, KnownDomains domains, Revisions revisions) {
        this.store = store;
        this.domains = domains;
        this.revisions = revisions;
    }

    /** The newest first, all older than {@code before}. */
    public Slice<MetricVersion> list(Metric metric, Optional<Version> before, int limit) {
        return Slice.of(store.list(metric, before, limit + 1), limit);
    }

    public MetricVersion get(Metric metric, Version version) {
        return store.find(metric, version)
                .orElseThrow(() -> new NotFoundException("version", metric.id() + " " + version));
    }

    public MetricVersion latest(Metric metric) {
        return metric.standing()
                .version()
                .map(version -> get(metric, version))
                .orElseThrow(() -> new NotFoundException("version", metric.id() + " latest"));
    }

    /** The version that was published before this one. */
    public MetricVersion before(Metric metric, Version version) {
        return store.list(metric, Optional.of(version), 1).stream()
                .findFirst()
                .orElseThrow(() -> new InvalidValueException(
                        "The version %s is the first one: name the other one by the parameter 'base'."
                                .formatted(version)));
    }

    /** Makes what an old version says the draft. */
    public Metric restore(Actor actor, MetricAt at, Version version) {
        return revisions.within(() -> {
            Metric before = revisions.begin(actor, at);
            MetricContent content = get(before, version).content();
            domains.require("/domain", content.classification().domain());
            return revisions.end(
                    actor, MetricJournal.Entry.of(ChangeType.METRIC_RESTORED), before, before.with(content));
        });
    }
}
