package dev.plinth.policy.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.plinth.policy.Signatures;
import dev.plinth.policy.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Property values as the CLI writes them to files, every unknown one as an unknown text. Source:
 * pkg/resource/stack/deployment.go in pulumi/pulumi.
 */
final class SavedValues {
    /** Stands for every secret in the output of a preview. */
    private static final String BLINDED = "[secret]";

    private static final List<String> SOURCES = List.of("text", "path", "uri");
    private static final JsonMapper MAPPER = new JsonMapper();

    private SavedValues() {}

    /** The fields without those that the engine adds for itself, which it does not show to a pack either. */
    static Map<String, Value> fields(JsonNode object) {
        var fields = new HashMap<String, Value>();
        object.properties().stream()
                .filter(field -> !field.getKey().startsWith("__"))
                .forEach(field -> fields.put(field.getKey(), value(field.getValue())));
        return fields;
    }

    private static Value value(JsonNode json) {
        return switch (json.getNodeType()) {
            case BOOLEAN -> new Value.Flag(json.booleanValue());
            case NUMBER -> new Value.Numeric(json.doubleValue());
            case STRING, BINARY -> text(json.textValue());
            case ARRAY -> items(json);
            case OBJECT, POJO -> object(json);
            case NULL, MISSING -> new Value.Nil();
        };
    }

    private static Value text(String text) {
        return switch (text) {
            case Signatures.UNKNOWN_TEXT -> new Value.Unknown();
            case BLINDED -> new Value.Secret(new Value.Unknown());
            default -> new Value.Text(text);
        };
    }

    private static Value items(JsonNode json) {
        var items = new ArrayList<Value>();
        json.forEach(item -> items.add(value(item)));
        return new Value.Items(items);
    }

    private static Value object(JsonNode json) {
        return switch (json.path(Signatures.KEY).asText()) {
            case Signatures.SECRET -> new Value.Secret(secret(json));
            case Signatures.ASSET -> new Value.Asset(source(json));
            case Signatures.ARCHIVE -> new Value.Archive(source(json), fields(json.path("assets")));
            case Signatures.REFERENCE ->
                new Value.Reference(json.path("urn").asText(), json.path("id").asText());
            default -> new Value.Fields(fields(json));
        };
    }

    /** In clear text only where the user has asked for that; what is encrypted can be told of, but not be read. */
    private static Value secret(JsonNode json) {
        if (!json.hasNonNull("plaintext")) {
            return new Value.Unknown();
        }
        try {
            return value(MAPPER.readTree(json.path("plaintext").asText()));
        } catch (JsonProcessingException notWrittenByTheCli) {
            return new Value.Unknown();
        }
    }

    private static Value.AssetSource source(JsonNode json) {
        String hash = json.path("hash").asText();
        return SOURCES.stream()
                .filter(json::hasNonNull)
                .findFirst()
                .map(kind -> new Value.AssetSource(kind, json.path(kind).asText(), hash))
                .orElseGet(() -> new Value.AssetSource("", "", hash));
    }
}
