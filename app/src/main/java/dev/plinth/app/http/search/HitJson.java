package dev.plinth.app.http.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plinth.app.json.Json;
import dev.plinth.app.metrics.MetricJson;
import dev.plinth.app.search.Passage;
import dev.plinth.app.search.SearchHit;
import dev.plinth.app.search.Suggestion;
import dev.plinth.app.values.Names;
import java.util.stream.Collectors;

/** What was found, as JSON. */
final class HitJson {
    static JsonNode write(SearchHit hit) {
        ObjectNode node = Json.object();
        node.set("metric", MetricJson.write(hit.metric()));
        node.put("score", hit.score())
                .putObject("highlights")
                .put("name", html(hit.highlights().name()))
                .put("description", html(hit.highlights().description()));
        return node;
    }

    static JsonNode write(Suggestion suggestion) {
        return switch (suggestion) {
            case Suggestion.OfMetric metric ->
                Json.object()
                        .put("text", metric.text())
                        .put("kind", Names.of(metric.kind()))
                        .put("metric_id", metric.id().value());
            case Suggestion.OfTag tag ->
                Json.object().put("text", tag.text()).put("kind", "tag").put("metrics", tag.metrics());
        };
    }

    /** As HTML with nothing in it but {@code mark}: what people wrote is escaped, so a page may take it as it is. */
    static String html(Passage passage) {
        return passage.pieces().stream()
                .map(piece -> piece.wanted() ? "<mark>" + escaped(piece.text()) + "</mark>" : escaped(piece.text()))
                .collect(Collectors.joining());
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private HitJson() {}
}
