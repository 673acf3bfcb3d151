package dev.plinth.app.http.metrics;

import dev.plinth.app.access.Scope;
import dev.plinth.app.http.Api;
import dev.plinth.app.http.Call;
import dev.plinth.app.http.Operation;
import dev.plinth.app.http.Operations;
import dev.plinth.app.http.Paging;
import dev.plinth.app.http.QueryReader;
import dev.plinth.app.http.Reply;
import dev.plinth.app.json.MetricJson;
import dev.plinth.app.metrics.FoundMetric;
import dev.plinth.app.metrics.Metric;
import dev.plinth.app.metrics.MetricFilter;
import dev.plinth.app.metrics.MetricQuery;
import dev.plinth.app.metrics.MetricType;
import dev.plinth.app.metrics.Metrics;
import dev.plinth.app.metrics.Tier;
import dev.plinth.app.values.DomainId;
import dev.plinth.app.values.InvalidValueException;
import dev.plinth.app.values.MetricId;
import dev.plinth.app.values.NotFoundException;
import io.helidon.http.Method;
import java.util.List;

/** Metrics over HTTP. Decodes, delegates and encodes; decides nothing. */
public final class MetricOperations implements Operations {
    private static final String PATH = "/api/v1/metrics";

    private final Metrics metrics;

    public MetricOperations(Metrics metrics) {
        this.metrics = metrics;
    }

    @Override
    public void addTo(Api api) {
        api.add(Operation.get("listMetrics", PATH, Scope.METRICS_READ), this::list)
                .add(Operation.change("createMetric", Method.POST, PATH, Scope.METRICS_WRITE), this::create)
                .add(Operation.get("getMetric", PATH + "/{id}", Scope.METRICS_READ), this::get);
    }

    private Reply list(Call call) {
        QueryReader query = call.query();
        var filter = new MetricFilter(
                query.any("domain", DomainId::new),
                query.any("tier", value -> new Tier(QueryReader.wholeNumber(value))),
                query.anyOf("metric_type", MetricType.class));
        Paging paging = Paging.read(call, query);
        query.finish();
        String after = paging.after().map(List::getFirst).orElse("");
        var page = metrics.list(new MetricQuery(filter, after, paging.limit()));
        return Reply.ok(paging.json(
                page, MetricJson::write, metric -> List.of(metric.id().value())));
    }

    private Reply get(Call call) {
        FoundMetric found = metrics.get(id(call.withoutParameters()));
        return Reply.ok(MetricJson.write(found.metric()))
                .revision(found.metric().revision())
                .cache(found.cacheUse());
    }

    private Reply create(Call call) {
        call.withoutParameters();
        Metric metric = metrics.create(new MetricReader(call.body()).read());
        return Reply.created(PATH + "/" + metric.id(), MetricJson.write(metric)).revision(metric.revision());
    }

    /** What cannot be an id names no metric. */
    private static MetricId id(Call call) {
        String given = call.path("id");
        try {
            return new MetricId(given);
        } catch (InvalidValueException impossible) {
            throw new NotFoundException("metric", given);
        }
    }
}
