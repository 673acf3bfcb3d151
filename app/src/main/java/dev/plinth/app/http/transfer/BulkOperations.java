package dev.plinth.app.http.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plinth.app.access.Scope;
import dev.plinth.app.http.Api;
import dev.plinth.app.http.Call;
import dev.plinth.app.http.JsonObjectReader;
import dev.plinth.app.http.Operation;
import dev.plinth.app.http.Operations;
import dev.plinth.app.http.Problem;
import dev.plinth.app.http.ProblemType;
import dev.plinth.app.http.Problems;
import dev.plinth.app.http.QueryReader;
import dev.plinth.app.http.Reply;
import dev.plinth.app.json.Json;
import dev.plinth.app.metrics.Metric;
import dev.plinth.app.transfer.BulkChange;
import dev.plinth.app.transfer.BulkChanges;
import dev.plinth.app.transfer.BulkChanges.Together;
import dev.plinth.app.transfer.BulkOutcome;
import io.helidon.http.Method;
import io.helidon.http.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Many changes of metrics in one request. */
public final class BulkOperations implements Operations {
    private static final int ITEMS_MAX = 100;
    private static final int COST = 10;
    private static final Status MULTI_STATUS = Status.create(207, "Multi-Status");

    private final BulkChanges changes;

    public BulkOperations(BulkChanges changes) {
        this.changes = changes;
    }

    @Override
    public void addTo(Api api) {
        api.add(
                Operation.change("changeMetrics", Method.POST, "/api/v1/bulk/metrics", Scope.METRICS_WRITE)
                        .costing(COST),
                this::change);
    }

    private Reply change(Call call) {
        QueryReader query = call.query();
        boolean atomic = query.one("atomic", QueryReader::flag).orElse(false);
        query.finish();
        List<JsonNode> items = items(call.body());
        List<BulkChange> asked = items.stream().map(BulkReader::read).toList();
        var outcomes = changes.carryOut(call.actor(), asked, atomic ? Together.ALL_OR_NONE : Together.EACH_ON_ITS_OWN);
        ObjectNode body = Json.object();
        ArrayNode results = body.putArray("results");
        for (int index = 0; index < outcomes.size(); index++) {
            ObjectNode result = results.addObject().put("index", index);
            id(items.get(index)).ifPresent(id -> result.put("metric_id", id));
            put(result, outcomes.get(index));
        }
        return Reply.json(MULTI_STATUS, body);
    }

    private static List<JsonNode> items(JsonObjectReader body) {
        List<JsonNode> items = new ArrayList<>();
        body.any("items")
                .filter(JsonNode::isArray)
                .ifPresentOrElse(array -> array.forEach(items::add), () -> body.refuse("items", "must be an array"));
        if (items.size() > ITEMS_MAX) {
            body.refuse("items", "must have at most %d items, but has %d".formatted(ITEMS_MAX, items.size()));
        }
        body.finish();
        return items;
    }

    /** Which metric the client meant, as far as it said so. */
    private static Optional<String> id(JsonNode item) {
        JsonNode id = item.path("metric_id").isTextual() ? item.path("metric_id") : item.at("/metric/metric_id");
        return Optional.ofNullable(id.textValue());
    }

    private static void put(ObjectNode result, BulkOutcome outcome) {
        switch (outcome) {
            case BulkOutcome.Created(Metric metric) -> put(result, Status.CREATED_201, metric);
            case BulkOutcome.Updated(Metric metric) -> put(result, Status.OK_200, metric);
            case BulkOutcome.Deleted deleted -> result.put("status", Status.NO_CONTENT_204.code());
            case BulkOutcome.Failed(RuntimeException refusal) ->
                put(result, Problems.of(refusal).orElseThrow());
            case BulkOutcome.TakenBack takenBack ->
                put(
                        result,
                        Problem.of(
                                ProblemType.NOT_CARRIED_OUT, "Another item failed, and all or none were asked for."));
        }
    }

    private static void put(ObjectNode result, Status status, Metric metric) {
        result.put("status", status.code()).put("revision", metric.revision());
    }

    private static void put(ObjectNode result, Problem problem) {
        result.put("status", problem.status().code()).set("problem", problem.node());
    }
}
