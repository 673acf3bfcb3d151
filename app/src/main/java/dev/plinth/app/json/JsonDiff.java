package dev.plinth.app.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Where two JSON values differ. */
public final class JsonDiff {
    private final List<Difference> found = new ArrayList<>();

    /** One difference at a JSON pointer; what is not there before or after is a {@link MissingNode}. */
    public record Difference(String pointer, JsonNode before, JsonNode after) {}

    /** The differences of the smallest parts, in the order of the fields. */
    public static List<Difference> between(JsonNode before, JsonNode after) {
        var diff = new JsonDiff();
        diff.compare("", before, after);
        return List.copyOf(diff.found);
    }

    private void compare(String pointer, JsonNode before, JsonNode after) {
        if (before.isObject() && after.isObject()) {
            Set<String> fields = new LinkedHashSet<>();
            before.fieldNames().forEachRemaining(fields::add);
            after.fieldNames().forEachRemaining(fields::add);
            fields.forEach(field -> compare(
                    pointer + "/" + field.replace("~", "~0").replace("/", "~1"),
                    before.path(field),
                    after.path(field)));
        } else if (before.isArray() && after.isArray()) {
            for (int index = 0; index < Math.max(before.size(), after.size()); index++) {
                compare(pointer + "/" + index, before.path(index), after.path(index));
            }
        } else if (!before.equals(after)) {
            found.add(new Difference(pointer, before, after));
        }
    }

    private JsonDiff() {}
}
