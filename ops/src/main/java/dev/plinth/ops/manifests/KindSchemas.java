package dev.plinth.ops.manifests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plinth.ops.plan.Values;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** The schemas of the kinds that are not Kubernetes' own, by the file names that kubeconform looks for. */
public record KindSchemas(Path folder) {
    /** Where they are, counted from the checkout. */
    public static final String FOLDER = "tools/kubeconform/schemas";

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** The object with what its kind requires, when the plan knows nothing of its spec; otherwise the object itself. */
    JsonNode withWhatIsRequired(JsonNode object) {
        var file = folder.resolve(fileName(object));
        if (!object.path("spec").equals(Values.UNKNOWN) || !Files.exists(file)) {
            return object;
        }
        try {
            var schema = MAPPER.readTree(Files.readString(file));
            var whole = (ObjectNode) object.deepCopy();
            return whole.set("spec", required(schema.path("properties").path("spec")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String fileName(JsonNode object) {
        var apiVersion = object.path("apiVersion").asText();
        var group = apiVersion.replaceFirst("[./].*", "");
        var version = apiVersion.replaceFirst(".*/", "");
        var kind = object.path("kind").asText().toLowerCase(Locale.ROOT);
        return "%s-%s-%s.json".formatted(kind, group, version);
    }

    private static JsonNode required(JsonNode schema) {
        if (schema.has("enum")) {
            return schema.path("enum").path(0);
        } else if (!schema.path("type").asText().equals("object")) {
            return Values.UNKNOWN;
        }
        var object = JsonNodeFactory.instance.objectNode();
        schema.path("required")
                .forEach(key -> object.set(
                        key.asText(), required(schema.path("properties").path(key.asText()))));
        return object;
    }
}
