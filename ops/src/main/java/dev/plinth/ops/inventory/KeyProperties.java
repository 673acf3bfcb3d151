package dev.plinth.ops.inventory;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
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
                .map(path -> Map.entry(path, resource.after().at("/" + path.replace('.', '/'))))
                .filter(property -> !property.getValue().isMissingNode())
                // A value that is known only after up would make the text depend on what is up.
                .filter(property -> !Values.isOpen(property.getValue()))
                .map(property -> property.getKey() + ": " + text(property.getValue()))
                .toList();
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
