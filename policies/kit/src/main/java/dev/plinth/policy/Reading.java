package dev.plinth.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.plinth.policy.Value.Fields;
import dev.plinth.policy.Value.Flag;
import dev.plinth.policy.Value.Items;
import dev.plinth.policy.Value.Nil;
import dev.plinth.policy.Value.Numeric;
import dev.plinth.policy.Value.Text;
import dev.plinth.policy.Value.Unknown;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/**
 * From the engine's values to Java's: strict about types, except that a provider writes a flag as text, and that a list or
 * an object in the inputs of a provider itself is the text of its JSON.
 */
final class Reading {
    private Reading() {}

    static Boolean flag(String where, Value value) {
        return switch (value) {
            case Flag(boolean flag) -> flag;
            case Text(String text) when text.equals("true") -> true;
            case Text(String text) when text.equals("false") -> false;
            default -> throw new PropertyTypeException(where, "true or false");
        };
    }

    static Integer integer(String where, Value value) {
        if (value instanceof Numeric(double number) && number == Math.rint(number)) {
            return (int) number;
        }
        throw new PropertyTypeException(where, "a whole number");
    }

    static Double number(String where, Value value) {
        if (value instanceof Numeric(double number)) {
            return number;
        }
        throw new PropertyTypeException(where, "a number");
    }

    static String text(String where, Value value) {
        if (value instanceof Text(String text)) {
            return text;
        }
        throw new PropertyTypeException(where, "a text");
    }

    static List<String> texts(String where, Value value) {
        return items(where, value, Reading::text);
    }

    static Map<String, String> textMap(String where, Value value) {
        if (!(value instanceof Fields(var fields))) {
            throw new PropertyTypeException(where, "an object of texts");
        }
        var texts = new TreeMap<String, String>();
        fields.forEach((name, field) -> texts.put(name, text(where + "." + name, known(where, field))));
        return texts;
    }

    static Map<String, Value> valueMap(String where, Value value) {
        if (value instanceof Fields(var fields)) {
            return fields;
        }
        throw new PropertyTypeException(where, "an object");
    }

    /** One text of an object; the others are not looked at. */
    static Optional<String> entry(String where, Value value, String key) {
        Value entry = valueMap(where, value).getOrDefault(key, new Nil()).revealed();
        return switch (entry) {
            case Nil() -> Optional.empty();
            case Unknown() -> throw new UnknownValueException("%s of %s".formatted(key, where));
            case Value known -> Optional.of(text(where + "." + key, known));
        };
    }

    static JsonNode json(String where, Value value) {
        try {
            return Json.MAPPER.readTree(text(where, value));
        } catch (JsonProcessingException malformed) {
            throw new PropertyTypeException(where, "a JSON document");
        }
    }

    static Properties object(String where, Value value) {
        if (decoded(value) instanceof Fields(var fields)) {
            return new Properties(where, fields);
        }
        throw new PropertyTypeException(where, "an object");
    }

    static List<Properties> objects(String where, Value value) {
        return items(where, value, Reading::object);
    }

    private static <T> List<T> items(String where, Value value, BiFunction<String, Value, T> reader) {
        if (!(decoded(value) instanceof Items(var values))) {
            throw new PropertyTypeException(where, "a list");
        }
        return values.stream()
                .map(item -> reader.apply(where, known(where, item)))
                .toList();
    }

    private static Value decoded(Value value) {
        return value instanceof Text(String text) ? Json.value(text).orElse(value) : value;
    }

    private static Value known(String where, Value value) {
        Value revealed = value.revealed();
        if (revealed instanceof Unknown) {
            throw new UnknownValueException("an element of " + where);
        }
        return revealed;
    }

    /** Loaded only by rules that read documents. */
    private static final class Json {
        static final JsonMapper MAPPER = new JsonMapper();

        static Optional<Value> value(String text) {
            try {
                return Optional.of(value(MAPPER.readTree(text)));
            } catch (JsonProcessingException plain) {
                return Optional.empty();
            }
        }

        private static Value value(JsonNode node) {
            return switch (node.getNodeType()) {
                case BOOLEAN -> new Flag(node.booleanValue());
                case NUMBER -> new Numeric(node.doubleValue());
                case STRING -> new Text(node.textValue());
                case ARRAY -> new Items(node.valueStream().map(Json::value).toList());
                case OBJECT ->
                    new Fields(node.propertyStream().collect(Collectors.toMap(Map.Entry::getKey, Json::entry)));
                case BINARY, MISSING, NULL, POJO -> new Nil();
            };
        }

        private static Value entry(Map.Entry<String, JsonNode> field) {
            return value(field.getValue());
        }
    }
}
