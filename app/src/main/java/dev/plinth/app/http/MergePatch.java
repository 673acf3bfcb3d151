package dev.plinth.app.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A change of some fields (RFC 7396): null takes a field away, objects are merged, all else takes its place. */
final class MergePatch {
    /** What the patch makes of the target; neither is changed. */
    static ObjectNode apply(ObjectNode target, ObjectNode patch) {
        ObjectNode result = target.deepCopy();
        for (var field : patch.properties()) {
            JsonNode wanted = field.getValue();
            if (wanted.isNull()) {
                result.remove(field.getKey());
            } else if (wanted instanceof ObjectNode object) {
                result.set(field.getKey(), apply(objectAt(result, field.getKey()), object));
            } else {
                result.set(field.getKey(), wanted);
            }
        }
        return result;
    }

    private static ObjectNode objectAt(ObjectNode target, String field) {
        return target.get(field) instanceof ObjectNode object ? object : target.objectNode();
    }

    private MergePatch() {}
}
