package dev.plinth.sandbox.schema;

import java.util.Map;

/** A resource type as the pinned SDK declares it. */
public record ResourceSchema(String token, Map<String, Property> inputs, Map<String, Property> outputs) {
    public ResourceSchema {
        inputs = Map.copyOf(inputs);
        outputs = Map.copyOf(outputs);
    }
}
