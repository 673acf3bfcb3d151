package dev.plinth.app.metrics;

import dev.plinth.app.access.Actor;
import dev.plinth.app.changes.ChangeType;
import dev.plinth.app.values.Conflict;
import dev.plinth.app.values.ConflictException;
import dev.plinth.app.values.IfMatch;
import dev.plinth.app.values.MetricId;
import dev.plinth.app.values.NotFoundException;
import dev.plinth.app.values.Slice;
import java.util.Optional;
import java.util.function.Function;

/** The library's metrics: what they say. */
public final class Metrics {
    private final MetricStore store;
    private final KnownDomains domains;
    private final Revisions revisions;
    private final MetricJournal journal;

    public Metrics(MetricStore store, KnownDomains domains, Revisions revisions, MetricJournal journal) {
        this.store = store;
        this.domains = domains;
        this.revisions = revisions;
        this.journal = journal;
    }

    /** The metric that has or had this id; empty when it is not there, was deleted, or has no such content. */
    public Optional<Metric> find(MetricId id, View view) {
        return store.find(id, view).filter(metric -> !metric.isDeleted());
    }

    /** The same; throws {@link NotFoundException} instead. */
    public Metric get(MetricId id, View view) {
        return find(id, view).orElseThrow(() -> new NotFoundException("metric", id.value()));
    }

    public Slice<Metric> list(MetricQuery query, Position position) {
        return Slice.of(store.list(query, position.oneMore()), position.limit());
    }

    /** How many metrics match, on all pages together. */
    public long count(MetricQuery query) {
        return store.count(query);
    }

    /** Keeps a new metric as a draft. */
    public Metric create(Actor actor, MetricContent content) {
        return revisions.within(() -> insert(actor, content).orElseThrow(() -> taken(content.id())));
    }

    /** Changes the draft; {@code edit} makes the new content of the one that is there. */
    public Metric update(Actor actor, MetricAt at, Function<MetricContent, MetricContent> edit) {
        return revisions.within(() -> {
            Metric before = revisions.begin(actor, at);
            MetricContent content = edit.apply(before.content()).called(before.id());
            if (!content.classification()
                    .domain()
                    .equals(before.content().classification().domain())) {
                domains.require("/domain", content.classification().domain());
            }
            return revisions.end(
                    actor, MetricJournal.Entry.of(ChangeType.METRIC_UPDATED), before, before.with(content));
        });
    }

    /** Keeps a new metric, or changes the draft of the one that has its id. */
    public Written upsert(Actor actor, MetricContent content, IfMatch seen) {
        return revisions.within(() -> insert(actor, content)
                .map(metric -> new Written(metric, true))
                .orElseGet(() ->
                        new Written(update(actor, new MetricAt(content.id(), seen), before -> content), false)));
    }

    /** Keeps a new draft that says the same under another id. */
    public Metric duplicate(Actor actor, MetricId id, MetricId copy) {
        return revisions.within(() ->
                create(actor, get(id, View.of(actor.principal())).content().called(copy)));
    }

    private Optional<Metric> insert(Actor actor, MetricContent content) {
        actor.requireReach(content.classification().domain());
        domains.require("/domain", content.classification().domain());
        Optional<Metric> metric = store.insert(content);
        metric.ifPresent(made -> journal.made(actor, made));
        return metric;
    }

    static ConflictException taken(MetricId id) {
        return new ConflictException(
                Conflict.ALREADY_EXISTS, "A metric with the id '%s' exists already.".formatted(id));
    }
}
