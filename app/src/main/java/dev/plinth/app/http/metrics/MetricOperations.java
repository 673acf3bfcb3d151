package dev.plinth.app.http.metrics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plinth.app.access.Scope;
import dev.plinth.app.http.Api;
import dev.plinth.app.http.Call;
import dev.plinth.app.http.MergePatch;
import dev.plinth.app.http.Operation;
import dev.plinth.app.http.Operations;
import dev.plinth.app.http.Paging;
import dev.plinth.app.http.Projection;
import dev.plinth.app.http.QueryReader;
import dev.plinth.app.http.Reply;
import dev.plinth.app.http.metrics.MetricAnswers.MetricKey;
import dev.plinth.app.http.metrics.MetricAnswers.PageKey;
import dev.plinth.app.metrics.Metric;
import dev.plinth.app.metrics.MetricAt;
import dev.plinth.app.metrics.MetricContent;
import dev.plinth.app.metrics.MetricJson;
import dev.plinth.app.metrics.MetricQuery;
import dev.plinth.app.metrics.MetricQuery.Presence;
import dev.plinth.app.metrics.Metrics;
import dev.plinth.app.metrics.View;
import dev.plinth.app.search.Facet;
import dev.plinth.app.values.MetricId;
import dev.plinth.app.values.NotFoundException;
import dev.plinth.app.values.StaleRevisionException;
import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Metrics over HTTP. Decodes, delegates and encodes; decides nothing. */
public final class MetricOperations implements Operations {
    static final String ONE = MetricAnswers.PATH + "/{id}";

    private final Metrics metrics;
    private final MetricPages pages;
    private final MetricAnswers answers;
    private final FacetCounts counts;

    public MetricOperations(Metrics metrics, MetricAnswers answers, FacetCounts counts) {
        this.metrics = metrics;
        this.answers = answers;
        this.counts = counts;
        this.pages = new MetricPages(metrics);
    }

    @Override
    public void addTo(Api api) {
        String all = MetricAnswers.PATH;
        api.add(Operation.get("listMetrics", all, Scope.METRICS_READ), this::list)
                .add(Operation.change("createMetric", Method.POST, all, Scope.METRICS_WRITE), this::create)
                .add(Operation.get("getMetric", ONE, Scope.METRICS_READ), this::get)
                .add(Operation.change("putMetric", Method.PUT, ONE, Scope.METRICS_WRITE), this::put)
                .add(Operation.change("changeMetric", Method.PATCH, ONE, Scope.METRICS_WRITE), this::change);
    }

    private Reply list(Call call) {
        QueryReader query = call.query();
        var asked = new MetricQuery(
                MetricQueryReader.view(query, call.principal()),
                MetricQueryReader.filter(query),
                MetricQueryReader.presence(query, call.principal()),
                MetricQueryReader.sorting(query));
        Optional<Set<Facet>> facets = FacetCounts.wanted(query);
        Projection projection = Projection.read(query, MetricFields.NAMES);
        Paging paging = Paging.read(call, query);
        query.finish();
        Supplier<JsonNode> load = () -> {
            ObjectNode page = pages.page(asked, paging, projection);
            facets.ifPresent(wanted -> page.set("facets", counts.count(asked, Optional.empty(), wanted)));
            return page;
        };
        // Deleted ones are only looked for to be brought back, as they are now.
        return asked.presence() == Presence.THERE_OR_DELETED
                ? Reply.ok(load.get())
                : answers.page(call, "metric_list", new PageKey(asked.view(), paging), load);
    }

    private Reply get(Call call) {
        QueryReader query = call.query();
        View view = MetricQueryReader.view(query, call.principal());
        Projection projection = Projection.read(query, MetricFields.NAMES);
        query.finish();
        MetricId id = MetricIds.of(call);
        return answers.one(call, new MetricKey(id, view), projection, () -> metrics.get(id, view));
    }

    private Reply create(Call call) {
        call.withoutParameters();
        return created(metrics.create(call.actor(), new MetricReader(call.body()).read()));
    }

    private Reply put(Call call) {
        call.withoutParameters();
        MetricId id = MetricIds.of(call);
        MetricContent content = new MetricReader(call.body()).readFor(id);
        Optional<Metric> there = metrics.find(id, View.DRAFT);
        if (there.isPresent()) {
            if (call.header(HeaderNames.IF_NONE_MATCH).isPresent()) {
                throw new StaleRevisionException(there.get().revision());
            }
            return kept(metrics.update(call.actor(), new MetricAt(id, call.ifMatch()), before -> content));
        }
        if (call.header(HeaderNames.IF_MATCH).isPresent()) {
            throw new NotFoundException("metric", id.value());
        }
        return created(metrics.create(call.actor(), content));
    }

    private Reply change(Call call) {
        call.withoutParameters();
        var at = new MetricAt(MetricIds.of(call), call.ifMatch());
        MergePatch patch = call.patch();
        return kept(metrics.update(
                call.actor(),
                at,
                before -> new MetricReader(patch.onto(MetricJson.write(before))).readFor(before.id())));
    }

    static Reply created(Metric metric) {
        return Reply.created(MetricAnswers.PATH + "/" + metric.id(), MetricJson.write(metric))
                .revision(metric.revision());
    }

    static Reply kept(Metric metric) {
        return Reply.ok(MetricJson.write(metric)).revision(metric.revision());
    }
}
