package dev.plinth.checks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;

/**
 * A resource as the engine plans it.
 *
 * @param components the types of the components that it is part of, the outermost first
 */
record PlannedResource(String type, String name, List<String> components, JsonNode inputs, boolean isProtected) {

    /** From a step of {@code pulumi preview --json}; a URN ends in the types down to the resource's own, and its name. */
    static PlannedResource of(JsonNode step) {
        var urn = step.path("urn").asText().split("::", 4);
        var types = Arrays.asList(urn[2].split("\\$", -1));
        var state = step.path("newState");
        return new PlannedResource(
                types.get(types.size() - 1),
                urn[3],
                List.copyOf(types.subList(0, types.size() - 1)),
                state.path("inputs"),
                state.path("protect").asBoolean());
    }

    /** The input at a JSON pointer; a missing node when there is none. */
    JsonNode at(String pointer) {
        return inputs.at(pointer);
    }

    /** The input as text, empty when there is none. */
    String text(String pointer) {
        return at(pointer).asText();
    }

    boolean isTrue(String pointer) {
        return at(pointer).asBoolean();
    }

    /** Whether it stands in a component of this type, at whatever depth. */
    boolean isIn(String component) {
        return components.contains(component);
    }

    @Override
    public String toString() {
        return type + " " + name;
    }
}
