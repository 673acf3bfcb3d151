package dev.plinth.ops.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Set;

/** The values of inputs in words of our own: what the engine encodes is named, what it adds for itself is left out. */
public final class Values {
    /** Stands for a value that nobody is shown. */
    public static final JsonNode SECRET = TextNode.valueOf("[secret]");

    /** Stands for a value that is known only once the plan has been carried out. */
    public static final JsonNode UNKNOWN = TextNode.valueOf("[unknown]");

    /** The key of objects that are no plain ones. Source: sdk/go/common/resource/sig in pulumi/pulumi. */
    private static final String SIGNATURE = "4dabf18193072939515e22adb298388d";

    private static final String SECRET_SIGNATURE = "1b47061264138c4ac30d75fd1eb44270";

    /** What unknown values are, by their kind. Source: sdk/go/common/resource/plugin/rpc.go in pulumi/pulumi. */
    private static final Set<String> UNKNOWN_SENTINELS = Set.of(
            "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7",
            "3eeb2bf0-c639-47a8-9e75-3b44932eb421",
            "04da6b54-80e4-46f7-96ec-b56ff0331ba9",
            "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2",
            "030794c1-ac77-496b-92df-f27374a8bd58",
            "e48ece36-62e2-4504-bad9-02848725956a",
            "dd056dcd-154b-4c76-9bd3-c8f88648b5ff");

    /** The value with secrets and unknown values named, and without the engine's own keys. */
    static JsonNode named(JsonNode encoded) {
        if (encoded.path(SIGNATURE).asText().equals(SECRET_SIGNATURE)) {
            return SECRET;
        } else if (encoded.isTextual()) {
            return UNKNOWN_SENTINELS.contains(encoded.asText()) ? UNKNOWN : encoded;
        } else if (encoded.isArray()) {
            var array = JsonNodeFactory.instance.arrayNode();
            encoded.forEach(element -> array.add(named(element)));
            return array;
        } else if (encoded.isObject()) {
            var object = JsonNodeFactory.instance.objectNode();
            encoded.properties().stream()
                    .filter(property -> !property.getKey().startsWith("__"))
                    .forEach(property -> object.set(property.getKey(), named(property.getValue())));
            return object;
        }
        return encoded;
    }

    /** Tells whether the value is known only later, or nobody's business. */
    public static boolean isOpen(JsonNode value) {
        return value.equals(UNKNOWN) || value.equals(SECRET);
    }

    private Values() {}
}
