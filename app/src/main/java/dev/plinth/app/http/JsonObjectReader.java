package dev.plinth.app.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plinth.app.values.InvalidValueException;
import dev.plinth.app.values.Names;
import dev.plinth.app.values.Suggestions;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Reads the fields of a JSON object. Every fault of it and of the objects within is collected with its JSON
 * pointer; what has a fault reads as empty.
 */
public final class JsonObjectReader {
    private static final String WRONG_TYPE = "wrong_type";

    private final ObjectNode node;
    private final String pointer;
    private final Violations violations;
    private final Set<String> known = new LinkedHashSet<>();
    private final List<String> withdrawn = new ArrayList<>();
    private final List<JsonObjectReader> children = new ArrayList<>();

    /** Reads a document; its faults are thrown by {@link #finish()}. */
    public JsonObjectReader(ObjectNode node) {
        this(node, List.of());
    }

    /** Reads what a patch has made; the fields that it took away must be known here too. */
    JsonObjectReader(ObjectNode node, List<String> withdrawn) {
        this(node, "", new Violations(Violation.Place.POINTER));
        this.withdrawn.addAll(withdrawn);
    }

    private JsonObjectReader(ObjectNode node, String pointer, Violations violations) {
        this.node = node;
        this.pointer = pointer;
        this.violations = violations;
    }

    public <T> Optional<T> text(String field, Function<String, T> make) {
        return required(field).flatMap(value -> text(at(field), value, make));
    }

    public <E extends Enum<E>> Optional<E> choice(String field, Class<E> type) {
        return text(field, name -> Names.constant(type, name));
    }

    public <E extends Enum<E>> Optional<E> choice(String field, Class<E> type, E fallback) {
        return isAbsent(field) ? Optional.of(fallback) : choice(field, type);
    }

    public <T> Optional<T> integer(String field, int fallback, IntFunction<T> make) {
        if (isAbsent(field)) {
            return Optional.of(make.apply(fallback));
        }
        return required(field).flatMap(value -> {
            if (value.isIntegralNumber() && value.canConvertToInt()) {
                return violations.checked(at(field), value, () -> make.apply(value.intValue()));
            }
            return wrongType(at(field), "a whole number", value);
        });
    }

    /** A text that may be left out. */
    public <T> Optional<T> optional(String field, Function<String, T> make) {
        return isAbsent(field) ? Optional.empty() : text(field, make);
    }

    public boolean flag(String field, boolean fallback) {
        if (isAbsent(field)) {
            return fallback;
        }
        JsonNode value = node.required(field);
        if (!value.isBoolean()) {
            wrongType(at(field), "true or false", value);
        }
        return value.booleanValue();
    }

    /** A decimal number that may be left out. */
    public <T> Optional<T> decimal(String field, Function<BigDecimal, T> make) {
        if (isAbsent(field)) {
            return Optional.empty();
        }
        JsonNode value = node.required(field);
        return value.isNumber()
                ? violations.checked(at(field), value, () -> make.apply(value.decimalValue()))
                : wrongType(at(field), "a number", value);
    }

    /** A value of any kind, as it is. */
    public Optional<JsonNode> any(String field) {
        return isAbsent(field) ? Optional.empty() : Optional.of(node.required(field));
    }

    /** The objects of an array that may be left out. */
    public List<JsonObjectReader> optionalObjects(String field) {
        return isAbsent(field) ? List.of() : objects(field);
    }

    /** Adds a fault of this object's own. */
    public void refuse(String field, String detail) {
        violations.add(at(field), "invalid_value", detail);
    }

    /** The texts of an array; none when the field is not there. */
    public <T> List<T> texts(String field, Function<String, T> make) {
        List<JsonNode> values = isAbsent(field) ? List.of() : elements(field);
        return IntStream.range(0, values.size())
                .mapToObj(index -> text(at(field, index), values.get(index), make))
                .flatMap(Optional::stream)
                .toList();
    }

    public Optional<JsonObjectReader> object(String field) {
        return required(field).flatMap(value -> child(at(field), value));
    }

    /** The objects of an array that must be there. */
    public List<JsonObjectReader> objects(String field) {
        List<JsonNode> values = required(field).isPresent() ? elements(field) : List.of();
        return IntStream.range(0, values.size())
                .mapToObj(index -> child(at(field, index), values.get(index)))
                .flatMap(Optional::stream)
                .toList();
    }

    /** The whole that is made of several fields; a fault is this object's when its fields do not fit together. */
    public <T> Optional<T> whole(String field, Supplier<T> make) {
        try {
            return Optional.of(make.get());
        } catch (InvalidValueException refused) {
            violations.add(at(field), "invalid_value", String.valueOf(refused.getMessage()));
            return Optional.empty();
        }
    }

    /** Throws when this object or one within has a fault, fields that nobody asked for included. */
    public void finish() {
        refuseUnknown();
        violations.throwIfAny();
    }

    private void refuseUnknown() {
        Stream.concat(node.propertyStream().map(Map.Entry::getKey), withdrawn.stream())
                .filter(field -> !known.contains(field))
                .forEach(field -> violations.add(
                        at(field), "unknown_field", "is not known here." + Suggestions.didYouMean(field, known)));
        children.forEach(JsonObjectReader::refuseUnknown);
    }

    /** Whether the field is not there; it counts as known from now on. */
    public boolean isAbsent(String field) {
        known.add(field);
        return !node.has(field);
    }

    private Optional<JsonNode> required(String field) {
        if (isAbsent(field)) {
            violations.add(at(field), "missing", "must be given");
        }
        return Optional.ofNullable(node.get(field));
    }

    private List<JsonNode> elements(String field) {
        if (node.get(field) instanceof ArrayNode array) {
            return List.copyOf(array.valueStream().toList());
        }
        wrongType(at(field), "an array", node.required(field));
        return List.of();
    }

    private <T> Optional<T> text(String place, JsonNode value, Function<String, T> make) {
        if (!value.isTextual()) {
            return wrongType(place, "a text", value);
        }
        return violations.checked(place, value.textValue(), () -> make.apply(value.textValue()));
    }

    private Optional<JsonObjectReader> child(String place, JsonNode value) {
        if (!(value instanceof ObjectNode object)) {
            return wrongType(place, "an object", value);
        }
        var child = new JsonObjectReader(object, place, violations);
        children.add(child);
        return Optional.of(child);
    }

    private <T> Optional<T> wrongType(String place, String expected, JsonNode found) {
        violations.add(
                place, WRONG_TYPE, "must be %s, but is of type %s".formatted(expected, Names.of(found.getNodeType())));
        return Optional.empty();
    }

    private String at(String field, int index) {
        return at(field) + "/" + index;
    }

    /** The pointer of RFC 6901, in which '~' and '/' of a name are written otherwise. */
    private String at(String field) {
        return pointer + "/" + field.replace("~", "~0").replace("/", "~1");
    }
}
