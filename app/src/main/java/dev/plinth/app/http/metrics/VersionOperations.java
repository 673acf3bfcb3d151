package dev.plinth.app.http.metrics;

import dev.plinth.app.access.Scope;
import dev.plinth.app.http.Api;
import dev.plinth.app.http.Call;
import dev.plinth.app.http.Operation;
import dev.plinth.app.http.Operations;
import dev.plinth.app.http.Paging;
import dev.plinth.app.http.QueryReader;
import dev.plinth.app.http.Reply;
import dev.plinth.app.metrics.Metric;
import dev.plinth.app.metrics.MetricAt;
import dev.plinth.app.metrics.MetricJson;
import dev.plinth.app.metrics.MetricVersion;
import dev.plinth.app.metrics.Metrics;
import dev.plinth.app.metrics.Version;
import dev.plinth.app.metrics.Versions;
import dev.plinth.app.metrics.View;
import dev.plinth.app.values.InvalidValueException;
import dev.plinth.app.values.NotFoundException;
import io.helidon.http.Method;
import java.util.List;
import java.util.Optional;

/** The versions of metrics over HTTP. */
public final class VersionOperations implements Operations {
    private static final String ALL = MetricOperations.ONE + "/versions";
    private static final String ONE = ALL + "/{version}";
    private static final String LATEST = "latest";

    private final Metrics metrics;
    private final Versions versions;

    public VersionOperations(Metrics metrics, Versions versions) {
        this.metrics = metrics;
        this.versions = versions;
    }

    @Override
    public void addTo(Api api) {
        api.add(Operation.get("listMetricVersions", ALL, Scope.METRICS_READ), this::list)
                .add(Operation.get("getMetricVersion", ONE, Scope.METRICS_READ), this::get)
                .add(Operation.get("diffMetricVersions", ONE + "/diff", Scope.METRICS_READ), this::diff)
                .add(
                        Operation.change("restoreMetricVersion", Method.POST, ONE + ":restore", Scope.METRICS_WRITE),
                        this::restore);
    }

    private Reply list(Call call) {
        QueryReader query = call.query();
        Paging paging = Paging.read(call, query);
        query.finish();
        Optional<Version> before = paging.after().map(List::getFirst).map(Version::parse);
        var page = versions.list(metric(call), before, paging.limit());
        return Reply.ok(paging.json(
                page, VersionJson::write, version -> List.of(version.number().toString())));
    }

    private Reply get(Call call) {
        Metric metric = metric(call.withoutParameters());
        return DeprecationHeaders.on(Reply.ok(VersionJson.write(version(call, metric))), MetricJson.write(metric));
    }

    private Reply diff(Call call) {
        QueryReader query = call.query();
        Optional<Version> base = query.one("base", Version::parse);
        query.finish();
        Metric metric = metric(call);
        MetricVersion version = version(call, metric);
        MetricVersion compared = base.map(number -> versions.get(metric, number))
                .orElseGet(() -> versions.before(metric, version.number()));
        return Reply.ok(VersionJson.diff(compared, version));
    }

    private Reply restore(Call call) {
        MetricAt at = LifecycleOperations.at(call.withoutParameters());
        MetricVersion version = version(call, metrics.get(at.id(), View.DRAFT));
        return MetricOperations.kept(versions.restore(call.actor(), at, version.number()));
    }

    /** The metric as the caller sees it: who does not see it sees no version of it either. */
    private Metric metric(Call call) {
        return metrics.get(MetricIds.of(call), View.of(call.principal()));
    }

    private MetricVersion version(Call call, Metric metric) {
        String given = call.path("version");
        try {
            return given.equals(LATEST) ? versions.latest(metric) : versions.get(metric, Version.parse(given));
        } catch (InvalidValueException impossible) {
            throw new NotFoundException("version", metric.id() + " " + given);
        }
    }
}
