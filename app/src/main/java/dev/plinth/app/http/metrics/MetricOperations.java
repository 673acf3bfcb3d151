package dev.plinth.app.http.metrics;

import dev.plinth.app.access.Scope;
import dev.plinth.app.http.Api;
import dev.plinth.app.http.Call;
import dev.plinth.app.http.MergePatch;
import dev.plinth.app.http.Operation;
import dev.plinth.app.http.Operations;
import dev.plinth.app.http.Paging;
import dev.plinth.app.http.QueryReader;
import dev.plinth.app.http.Reply;
import dev.plinth.app.metrics.Metric;
import dev.plinth.app.metrics.MetricAt;
import dev.plinth.app.metrics.MetricJson;
import dev.plinth.app.metrics.MetricQuery;
import dev.plinth.app.metrics.Metrics;
import dev.plinth.app.metrics.Position;
import dev.plinth.app.metrics.View;
import dev.plinth.app.values.MetricId;
import io.helidon.http.Method;
import java.util.List;

/** Metrics over HTTP. Decodes, delegates and encodes; decides nothing. */
public final class MetricOperations implements Operations {
    private static final String PATH = "/api/v1/metrics";
    private static final String ONE = PATH + "/{id}";

    private final Metrics metrics;

    public MetricOperations(Metrics metrics) {
        this.metrics = metrics;
    }

    @Override
    public void addTo(Api api) {
        api.add(Operation.get("listMetrics", PATH, Scope.METRICS_READ), this::list)
                .add(Operation.change("createMetric", Method.POST, PATH, Scope.METRICS_WRITE), this::create)
                .add(Operation.get("getMetric", ONE, Scope.METRICS_READ), this::get)
                .add(Operation.change("changeMetric", Method.PATCH, ONE, Scope.METRICS_WRITE), this::change);
    }

    private Reply list(Call call) {
        QueryReader query = call.query();
        var asked = new MetricQuery(
                MetricQueryReader.view(query, call.principal()),
                MetricQueryReader.filter(query),
                MetricQueryReader.presence(query, call.principal()),
                MetricQueryReader.sorting(query));
        Paging paging = Paging.read(call, query);
        query.finish();
        var page = metrics.list(asked, new Position(paging.after().orElse(List.of()), paging.limit()));
        return Reply.ok(paging.json(page, MetricJson::write, asked.sorting()::keyOf));
    }

    private Reply get(Call call) {
        QueryReader query = call.query();
        View view = MetricQueryReader.view(query, call.principal());
        query.finish();
        return reply(metrics.get(MetricIds.of(call), view));
    }

    private Reply create(Call call) {
        call.withoutParameters();
        Metric metric = metrics.create(call.actor(), new MetricReader(call.body()).read());
        return Reply.created(PATH + "/" + metric.id(), MetricJson.write(metric)).revision(metric.revision());
    }

    private Reply change(Call call) {
        call.withoutParameters();
        MetricId id = MetricIds.of(call);
        var at = new MetricAt(id, call.ifMatch());
        MergePatch patch = call.patch();
        return reply(metrics.update(
                call.actor(),
                at,
                before -> new MetricReader(patch.onto(MetricJson.write(before))).readFor(before.id())));
    }

    private static Reply reply(Metric metric) {
        return Reply.ok(MetricJson.write(metric)).revision(metric.revision());
    }
}
