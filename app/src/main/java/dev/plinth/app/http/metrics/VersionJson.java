package dev.plinth.app.http.metrics;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plinth.app.json.Json;
import dev.plinth.app.json.JsonDiff;
import dev.plinth.app.json.JsonDiff.Difference;
import dev.plinth.app.metrics.ChangeClass;
import dev.plinth.app.metrics.MetricJson;
import dev.plinth.app.metrics.MetricVersion;
import dev.plinth.app.values.Names;
import java.util.List;
import java.util.stream.Collectors;

/** Versions and their differences as JSON. */
final class VersionJson {
    // A sentence that names more is not read.
    private static final int NAMED_MAX = 5;

    static ObjectNode write(MetricVersion version) {
        ObjectNode node = Json.object()
                .put("metric_id", version.content().id().value())
                .put("version", version.number().toString())
                .put("change_class", Names.of(version.change()))
                .put("reason", version.reason().value())
                .put("author", version.author())
                .put("published_at", version.publishedAt().toString());
        node.set("content", MetricJson.write(version.content()));
        return node;
    }

    static ObjectNode diff(MetricVersion base, MetricVersion version) {
        List<Difference> differences =
                JsonDiff.between(MetricJson.write(base.content()), MetricJson.write(version.content()));
        String change = ChangeClass.between(base.content(), version.content())
                .map(Names::of)
                .orElse("none");
        ObjectNode node = Json.object()
                .put("metric_id", version.content().id().value())
                .put("base", base.number().toString())
                .put("version", version.number().toString())
                .put("change_class", change)
                .put("summary", summary(change, differences));
        ArrayNode changes = node.putArray("changes");
        differences.forEach(difference -> changes.add(write(difference)));
        return node;
    }

    private static ObjectNode write(Difference difference) {
        boolean added = difference.before().isMissingNode();
        boolean removed = difference.after().isMissingNode();
        ObjectNode node = Json.object()
                .put("pointer", difference.pointer())
                .put("op", added ? "add" : removed ? "remove" : "replace");
        if (!added) {
            node.set("before", difference.before());
        }
        if (!removed) {
            node.set("after", difference.after());
        }
        return node;
    }

    private static String summary(String change, List<Difference> differences) {
        if (differences.isEmpty()) {
            return "Both versions say the same.";
        }
        String named =
                differences.stream().limit(NAMED_MAX).map(Difference::pointer).collect(Collectors.joining(", "));
        int more = differences.size() - NAMED_MAX;
        return "A %s change at %s%s.".formatted(change, named, more > 0 ? " and %d other places".formatted(more) : "");
    }

    private VersionJson() {}
}
