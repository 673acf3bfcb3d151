package dev.plinth.policy.docs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.plinth.policy.RuleConfig;
import dev.plinth.policy.RuleInfo;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A value of a rule's configuration, as people read of it.
 *
 * @param initial the default, in JSON
 */
record Setting(String name, String type, String initial, String range, String meaning) {
    private static final JsonMapper MAPPER = new JsonMapper();

    /** What can be set of a rule, in the order of its record. */
    static List<Setting> of(RuleInfo info) {
        return info.config().map(RuleConfig::schema).orElse(Map.of()).entrySet().stream()
                .map(entry -> of(entry.getKey(), (Map<?, ?>) entry.getValue()))
                .toList();
    }

    private static Setting of(String name, Map<?, ?> schema) {
        return new Setting(name, type(schema), json(schema.get("default")), range(schema), meaning(schema));
    }

    private static String type(Map<?, ?> schema) {
        Object type = schema.get("type");
        return switch (String.valueOf(type)) {
            case "array" -> "list of %ss".formatted(type(part(schema, "items")));
            case "object" ->
                part(schema, "properties").keySet().stream()
                        .map(field -> Markdown.code(String.valueOf(field)))
                        .collect(Collectors.joining(", ", "object of ", ""));
            default -> "date".equals(schema.get("format")) ? "date" : String.valueOf(type);
        };
    }

    private static Map<?, ?> part(Map<?, ?> schema, String name) {
        return schema.get(name) instanceof Map<?, ?> part ? part : Map.of();
    }

    private static String range(Map<?, ?> schema) {
        if (schema.get("enum") instanceof List<?> names) {
            return names.stream()
                    .map(name -> Markdown.code(String.valueOf(name)))
                    .collect(Collectors.joining(", "));
        }
        Object min = schema.get("minimum");
        Object max = schema.get("maximum");
        if (min != null && max != null) {
            return "%s to %s".formatted(min, max);
        }
        return min != null ? "at least " + min : max != null ? "at most " + max : "";
    }

    private static String meaning(Map<?, ?> schema) {
        Object description = schema.get("description");
        return description == null ? "" : Markdown.sentence(String.valueOf(description));
    }

    private static String json(@Nullable Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
