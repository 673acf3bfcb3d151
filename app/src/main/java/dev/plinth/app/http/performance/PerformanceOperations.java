package dev.plinth.app.http.performance;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plinth.app.access.Scope;
import dev.plinth.app.http.Api;
import dev.plinth.app.http.Call;
import dev.plinth.app.http.Operation;
import dev.plinth.app.http.Operations;
import dev.plinth.app.http.Reply;
import dev.plinth.app.json.Json;
import dev.plinth.app.performance.Performance;
import dev.plinth.app.telemetry.Timings;

/** How fast this instance is, for those who look after it. */
public final class PerformanceOperations implements Operations {
    private final Performance performance;

    public PerformanceOperations(Performance performance) {
        this.performance = performance;
    }

    @Override
    public void addTo(Api api) {
        api.add(Operation.get("getPerformance", "/api/v1/performance/stats", Scope.OPERATIONS_READ), this::stats)
                .add(
                        Operation.get("listSlowQueries", "/api/v1/performance/slow-queries", Scope.OPERATIONS_READ),
                        this::slowQueries);
    }

    private Reply stats(Call call) {
        call.withoutParameters();
        ObjectNode body = head();
        ArrayNode requests = body.putArray("requests");
        performance.routes().forEach(route -> requests.add(PerformanceJson.write("route", route)));
        ArrayNode caches = body.putArray("caches");
        performance.caches().forEach(cache -> caches.add(PerformanceJson.write(cache)));
        body.set("pool", PerformanceJson.write(performance.pool()));
        putStatements(body.putArray("slow_queries"));
        ArrayNode jobs = body.putArray("jobs");
        performance.jobs().forEach(job -> jobs.add(PerformanceJson.write(job)));
        body.set("memory", PerformanceJson.write(performance.memory()));
        return Reply.ok(body);
    }

    private Reply slowQueries(Call call) {
        call.withoutParameters();
        ObjectNode body = head();
        putStatements(body.putArray("items"));
        return Reply.ok(body);
    }

    private ObjectNode head() {
        return Json.object().put("since", performance.start().toString()).put("recent_minutes", Timings.MINUTES);
    }

    private void putStatements(ArrayNode statements) {
        performance.slowestStatements().forEach(work -> statements.add(PerformanceJson.write("query", work)));
    }
}
