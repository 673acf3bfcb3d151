package dev.plinth.ops.report;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plinth.ops.Failure;
import dev.plinth.ops.console.Json;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/**
 * A time in which users were served badly, as a person has written it down.
 *
 * @param release the release that caused it, if one did
 */
record Incident(String id, String title, Restoration span, Optional<String> release) {

    static Incident read(String key, JsonNode record) {
        try {
            return new Incident(
                    record.required("id").asText(),
                    record.required("title").asText(),
                    new Restoration(
                            Instant.parse(record.required("opened").asText()),
                            text(record, "closed").map(Instant::parse)),
                    text(record, "release"));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw Failure.failed("%s is no record of an incident: %s".formatted(key, e.getMessage()));
        }
    }

    JsonNode json() {
        var json = Json.object()
                .put("id", id)
                .put("title", title)
                .put("opened", span.begun().toString());
        span.ended().ifPresent(closed -> json.put("closed", closed.toString()));
        release.ifPresent(cause -> json.put("release", cause));
        return json;
    }

    byte[] write() {
        return Json.print(json()).getBytes(StandardCharsets.UTF_8);
    }

    boolean isOpen() {
        return span.ended().isEmpty();
    }

    Incident closed(Instant when) {
        if (when.isBefore(span.begun())) {
            throw Failure.usage("the incident %s began at %s, it cannot end before".formatted(id, span.begun()));
        }
        return new Incident(id, title, new Restoration(span.begun(), Optional.of(when)), release);
    }

    private static Optional<String> text(JsonNode json, String name) {
        return Optional.of(json.path(name)).filter(JsonNode::isTextual).map(JsonNode::asText);
    }
}
