package dev.plinth.app.http.discovery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.plinth.app.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/**
 * The description of the API. It is written by hand in parts, one a feature, under {@code /openapi}; the first part has
 * what all share, and the others add paths and components to it.
 */
public final class OpenApiDocument {
    private static final List<String> PARTS = List.of(
            "api",
            "identity",
            "metrics",
            "domains",
            "objectives",
            "lineage",
            "pages",
            "events",
            "webhooks",
            "audit",
            "search",
            "performance",
            "transfer",
            "stats");
    private static final YAMLMapper YAML = new YAMLMapper(
            YAMLFactory.builder().enable(YAMLGenerator.Feature.MINIMIZE_QUOTES).build());

    private final byte[] yaml;
    private final byte[] json;

    private OpenApiDocument(ObjectNode whole) {
        json = Json.bytes(whole);
        try {
            yaml = YAML.writeValueAsBytes(whole);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Reads the parts of this build. */
    public static OpenApiDocument load() {
        ObjectNode whole = part(PARTS.getFirst());
        PARTS.stream().skip(1).map(OpenApiDocument::part).forEach(part -> merge(whole, part, ""));
        return new OpenApiDocument(whole);
    }

    public byte[] yaml() {
        return yaml.clone();
    }

    public byte[] json() {
        return json.clone();
    }

    private static ObjectNode part(String name) {
        String path = "/openapi/%s.yaml".formatted(name);
        try (InputStream file = Objects.requireNonNull(OpenApiDocument.class.getResourceAsStream(path), path)) {
            var part = (ObjectNode) YAML.readTree(file);
            CommonParts.complete(part, name);
            return part;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Objects grow together, lists follow each other; nothing may be said twice. */
    private static void merge(ObjectNode whole, ObjectNode part, String place) {
        for (var field : part.properties()) {
            JsonNode known = whole.path(field.getKey());
            String at = place + "/" + field.getKey();
            if (known.isMissingNode()) {
                whole.set(field.getKey(), field.getValue());
            } else if (known.isArray() && field.getValue().isArray()) {
                whole.withArray("/" + field.getKey())
                        .addAll(List.copyOf(field.getValue().valueStream().toList()));
            } else if (known instanceof ObjectNode object && field.getValue() instanceof ObjectNode more) {
                merge(object, more, at);
            } else {
                throw new IllegalStateException("The description of the API says twice what is at " + at);
            }
        }
    }
}
