package dev.plinth.ops.inventory;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.plinth.ops.plan.PlannedResource;
import dev.plinth.ops.plan.Values;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Which properties of which type a review should see: the list of {@code properties.yaml}, which gives the reasons too. */
final class KeyProperties {
    private static final ObjectMapper SORTED = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private static final String EACH = "*";

    private final JsonNode pathsByType;

    private KeyProperties(JsonNode pathsByType) {
        this.pathsByType = pathsByType;
    }

    /** The list that belongs to this command. */
    static KeyProperties bundled() {
        try (var file = Objects.requireNonNull(KeyProperties.class.getResourceAsStream("properties.yaml"))) {
            return new KeyProperties(new YAMLMapper().readTree(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The key properties of a resource, a line each; those that it does not set are left out. */
    List<String> lines(PlannedResource resource) {
        var paths = pathsByType.path(resource.type());
        return paths.valueStream()
                .map(JsonNode::asText)
                .map(path -> Map.entry(path, value(resource.after(), List.of(path.split("\\.")))))
                .filter(property -> !property.getValue().isMissingNode())
                // A value that is known only after up would make the text depend on what is up.
                .filter(property -> !holdsOpen(property.getValue()))
                .map(property -> property.getKey() + ": " + text(property.getValue()))
                .toList();
    }

    /** The value at a path; a * gives the list of what each element has there, and nothing when none has anything. */
    private static JsonNode value(JsonNode from, List<String> path) {
        if (path.isEmpty()) {
            return from;
        }
        var rest = path.subList(1, path.size());
        if (!path.getFirst().equals(EACH)) {
            return value(from.path(path.getFirst()), rest);
        }
        var values = JsonNodeFactory.instance.arrayNode();
        from.valueStream()
                .map(element -> value(element, rest))
                .filter(value -> !value.isMissingNode())
                .forEach(values::add);
        return values.isEmpty() ? MissingNode.getInstance() : values;
    }

    private static boolean holdsOpen(JsonNode value) {
        return Values.isOpen(value) || value.valueStream().anyMatch(KeyProperties::holdsOpen);
    }

    private static String text(JsonNode value) {
        try {
            return value.isValueNode()
                    ? value.asText()
                    : SORTED.writeValueAsString(SORTED.treeToValue(value, Object.class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
