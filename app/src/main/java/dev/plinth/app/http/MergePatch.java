package dev.plinth.app.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** A change of some fields (RFC 7396): null takes a field away, objects are merged, all else takes its place. */
public final class MergePatch {
    private final ObjectNode patch;

    public MergePatch(ObjectNode patch) {
        this.patch = patch;
    }

    /** What it makes of the target; {@code finish()} must be called on the reader, before any effect. */
    public JsonObjectReader onto(ObjectNode target) {
        var withdrawn = patch.properties().stream()
                .filter(field -> field.getValue().isNull())
                .map(Map.Entry::getKey)
                .toList();
        return new JsonObjectReader(merged(target, patch), withdrawn);
    }

    /** Changes neither of both. */
    static ObjectNode merged(ObjectNode target, ObjectNode patch) {
        ObjectNode result = target.deepCopy();
        for (var field : patch.properties()) {
            JsonNode wanted = field.getValue();
            if (wanted.isNull()) {
                result.remove(field.getKey());
            } else if (wanted instanceof ObjectNode object) {
                result.set(field.getKey(), merged(objectAt(result, field.getKey()), object));
            } else {
                result.set(field.getKey(), wanted);
            }
        }
        return result;
    }

    private static ObjectNode objectAt(ObjectNode target, String field) {
        return target.get(field) instanceof ObjectNode object ? object : target.objectNode();
    }
}
