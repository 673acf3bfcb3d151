package dev.plinth.app.metrics;

import dev.plinth.app.access.Actor;
import dev.plinth.app.changes.ChangeType;
import dev.plinth.app.metrics.MetricJournal.Entry;
import dev.plinth.app.values.Conflict;
import dev.plinth.app.values.ConflictException;
import dev.plinth.app.values.InvalidFieldException;
import dev.plinth.app.values.MetricId;
import dev.plinth.app.values.Names;
import dev.plinth.app.values.Prose;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** What happens to metrics between their first version and their end. */
public final class Lifecycle {
    private final MetricStore store;
    private final VersionStore versions;
    private final Revisions revisions;
    private final Clock clock;

    public Lifecycle(MetricStore store, VersionStore versions, Revisions revisions, Clock clock) {
        this.store = store;
        this.versions = versions;
        this.revisions = revisions;
        this.clock = clock;
    }

    /** Makes the draft the newest version, numbered by what has changed; one that was deprecated is in force again. */
    public Metric publish(Actor actor, MetricAt at, Prose reason) {
        return revisions.within(() -> {
            Metric before = revisions.begin(actor, at);
            MetricVersion version = next(actor, before, reason);
            store.publish(before.uid(), version);
            Metric after = before.with(new Standing.Published(version.number()));
            return revisions.end(actor, new Entry(ChangeType.METRIC_PUBLISHED, Optional.of(reason)), before, after);
        });
    }

    private MetricVersion next(Actor actor, Metric metric, Prose reason) {
        if (metric.standing() instanceof Standing.Retired) {
            throw wrongState("A retired metric is not published again: duplicate it, and publish the copy.");
        }
        Optional<Version> newest = metric.standing().version();
        ChangeClass change = newest.map(version -> change(metric, version)).orElse(ChangeClass.MAJOR);
        Version number = newest.map(before -> before.next(change)).orElse(Version.FIRST);
        return new MetricVersion(
                number, change, metric.content(), reason, actor.principal().id(), clock.instant());
    }

    private ChangeClass change(Metric metric, Version newest) {
        MetricContent published = versions.find(metric, newest).orElseThrow().content();
        return ChangeClass.between(published, metric.content())
                .orElseThrow(() -> wrongState(
                        "There is nothing to publish: the draft says what version %s says.".formatted(newest)));
    }

    /** Tells everybody not to use the metric for anything new. */
    public Metric deprecate(Actor actor, MetricAt at, Farewell farewell) {
        return revisions.within(() -> {
            Metric before = revisions.begin(actor, at);
            if (!(before.standing() instanceof Standing.Published published)) {
                throw wrongState("Only what is published and not deprecated yet can be deprecated; this is %s."
                        .formatted(Names.of(before.standing().status())));
            }
            Instant now = clock.instant();
            if (!farewell.sunset().isAfter(now)) {
                throw new InvalidFieldException("/sunset", "must be in the future");
            }
            farewell.replacement().ifPresent(id -> requireReplacement(before, id));
            var deprecation = new Deprecation(now, farewell.reason(), farewell.sunset(), farewell.replacement());
            Metric after = before.with(new Standing.Outgoing(published.newest(), deprecation));
            return revisions.end(actor, Entry.of(ChangeType.METRIC_DEPRECATED), before, after);
        });
    }

    /** Why a metric should go, until when it is kept up, and what takes its place. */
    public record Farewell(Prose reason, Instant sunset, Optional<MetricId> replacement) {}

    private void requireReplacement(Metric metric, MetricId id) {
        boolean fits = store.find(id, View.PUBLISHED)
                .filter(found -> !found.isDeleted() && !found.uid().equals(metric.uid()))
                .isPresent();
        if (!fits) {
            throw new InvalidFieldException(
                    "/replacement", "must be the id of another metric that is published, but is '%s'".formatted(id));
        }
    }

    /** Ends the metric: it is only found by who asks for it by its id. */
    public Metric retire(Actor actor, MetricAt at, Prose reason) {
        return revisions.within(() -> {
            Metric before = revisions.begin(actor, at);
            Standing standing = before.standing();
            if (standing instanceof Standing.Draft || standing instanceof Standing.Retired) {
                throw wrongState("Only what is published or deprecated can be retired; this is %s."
                        .formatted(Names.of(standing.status())));
            }
            Metric after = before.with(new Standing.Retired(standing.version().orElseThrow()));
            return revisions.end(actor, new Entry(ChangeType.METRIC_RETIRED, Optional.of(reason)), before, after);
        });
    }

    private static ConflictException wrongState(String detail) {
        return new ConflictException(Conflict.WRONG_STATE, detail);
    }
}
