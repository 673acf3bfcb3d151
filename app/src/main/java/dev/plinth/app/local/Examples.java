package dev.plinth.app.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plinth.app.json.Json;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.Set;

/** Puts the example catalogue into an app. */
final class Examples {
    private static final String METRICS = "/api/v1/metrics";
    private static final int CREATED = 201;
    private static final Duration SUNSET = Duration.ofDays(90);

    private final ApiClient api;
    private final Clock clock;

    Examples(ApiClient api, Clock clock) {
        this.api = api;
        this.clock = clock;
    }

    /** Returns how many metrics there are. */
    int put(Catalogue catalogue) {
        Set<String> drafts = Set.copyOf(catalogue.drafts());
        catalogue.files().forEach(this::create);
        catalogue.metrics().stream()
                .filter(metric -> !drafts.contains(text(metric, "metric_id")))
                .forEach(this::publish);
        catalogue.relationships().forEach(this::relate);
        catalogue.consumers().forEach(this::consume);
        catalogue.deprecated().forEach(this::deprecate);
        catalogue.objectives().forEach(this::aim);
        return catalogue.metrics().size();
    }

    /** A file's metrics lie in the file's own domains. */
    private void create(JsonNode file) {
        file.path("domains").forEach(domain -> api.post("/api/v1/domains", domain));
        ObjectNode body = Json.object();
        ArrayNode items = body.putArray("items");
        file.path("metrics")
                .forEach(metric -> items.addObject().put("op", "create").set("metric", metric));
        for (JsonNode result : api.post("/api/v1/bulk/metrics", body).path("results")) {
            if (result.path("status").intValue() != CREATED) {
                throw new IllegalStateException("The app refused an example: " + result);
            }
        }
    }

    private void publish(JsonNode metric) {
        api.post(path(metric, ":publish"), Json.object().put("reason", "The first version of it."));
    }

    private void relate(JsonNode relationship) {
        api.post(
                path(relationship, "/relationships"),
                Json.object().put("type", text(relationship, "type")).put("metric_id", text(relationship, "target")));
    }

    private void consume(JsonNode consumer) {
        api.post(
                path(consumer, "/consumers"),
                Json.object().put("kind", text(consumer, "kind")).put("name", text(consumer, "name")));
    }

    private void deprecate(JsonNode metric) {
        api.post(
                path(metric, ":deprecate"),
                Json.object()
                        .put("reason", text(metric, "reason"))
                        .put("replacement", text(metric, "replacement"))
                        .put("sunset", clock.instant().plus(SUNSET).toString()));
    }

    private void aim(JsonNode objective) {
        ObjectNode content = objective.deepCopy();
        JsonNode keyResults = content.remove("key_results");
        LocalDate start = start(content.remove("period").textValue());
        int months = text(objective, "period").equals("year") ? 12 : 3;
        content.put("starts_on", start.toString())
                .put("ends_on", start.plusMonths(months).minusDays(1).toString());
        String path = "/api/v1/objectives/" + text(api.post("/api/v1/objectives", content), "uid") + "/key-results";
        for (JsonNode keyResult : keyResults) {
            ObjectNode aim = keyResult.deepCopy();
            JsonNode current = aim.remove("current");
            String uid = text(api.post(path, aim), "uid");
            ObjectNode checkIn = Json.object();
            checkIn.set("value", current);
            api.post("/api/v1/key-results/" + uid + ":check-in", checkIn);
        }
    }

    /** The first day of this year or of this quarter: the examples are never out of date. */
    private LocalDate start(String period) {
        LocalDate year = LocalDate.now(clock).withDayOfYear(1);
        int quarter = LocalDate.now(clock).get(IsoFields.QUARTER_OF_YEAR);
        return period.equals("year") ? year : year.plusMonths(3L * (quarter - 1));
    }

    private static String path(JsonNode about, String rest) {
        return METRICS + "/" + text(about, "metric_id") + rest;
    }

    private static String text(JsonNode node, String field) {
        return node.required(field).textValue();
    }
}
