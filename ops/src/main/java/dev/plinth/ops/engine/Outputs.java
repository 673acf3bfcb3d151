package dev.plinth.ops.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import com.pulumi.automation.OutputValue;
import dev.plinth.ops.Failure;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The outputs of a stack by name; the value of a secret is its mask. */
public record Outputs(Map<String, JsonNode> values) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** What stands in for a secret's value. */
    public static final JsonNode MASK = TextNode.valueOf("[secret]");

    public Outputs {
        values = Collections.unmodifiableMap(new TreeMap<>(values));
    }

    /** What the Automation API read, each value being the text of its JSON. */
    static Outputs of(Map<String, OutputValue> values) {
        Map<String, JsonNode> outputs = new HashMap<>();
        values.forEach((name, value) ->
                outputs.put(name, value.isSecret() ? MASK : json(value.value().toString())));
        return new Outputs(outputs);
    }

    /** What the CLI printed. */
    static Outputs parse(String json) {
        Map<String, JsonNode> outputs = new HashMap<>();
        json(json).properties().forEach(output -> outputs.put(output.getKey(), output.getValue()));
        return new Outputs(outputs);
    }

    static JsonNode json(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw Failure.failed("the engine printed something that is no JSON", e.getOriginalMessage());
        }
    }

    /** No outputs at all. */
    public static Outputs none() {
        return new Outputs(Map.of());
    }

    /** An output that is text. */
    public Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name)).map(JsonNode::asText);
    }
}
