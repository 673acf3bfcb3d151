package dev.plinth.policy.plan;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** A value of the file that knows where it stands, so that whatever is wrong with it can be told with its place. */
record Element(JsonNode json, String place) {
    static final String REMAKE =
            "Make the file anew with `pulumi preview --json --show-sames` or `pulumi stack export`.";

    boolean has(String name) {
        return json.hasNonNull(name);
    }

    Element object(String name) {
        return part(name, JsonNode::isObject, "an object");
    }

    String text(String name) {
        return part(name, JsonNode::isTextual, "a text").json.asText();
    }

    Optional<String> optionalText(String name) {
        return has(name) ? Optional.of(text(name)) : Optional.empty();
    }

    boolean flag(String name) {
        return has(name)
                && part(name, JsonNode::isBoolean, "true or false").json.asBoolean();
    }

    /** The elements of a list; none if it is not there. */
    List<Element> elements(String name) {
        var elements = new ArrayList<Element>();
        if (has(name)) {
            Element list = part(name, JsonNode::isArray, "a list");
            list.json.forEach(item -> elements.add(new Element(item, list.place + "[" + elements.size() + "]")));
        }
        return elements;
    }

    /** The texts of a list; none if it is not there. */
    List<String> texts(String name) {
        return elements(name).stream().map(Element::asText).toList();
    }

    /** The names of an object's fields. */
    List<String> names() {
        return json.properties().stream().map(Map.Entry::getKey).toList();
    }

    UnreadablePlanException mistake(String expected) {
        return new UnreadablePlanException(place, "expected %s, found %s".formatted(expected, found()), REMAKE);
    }

    private String asText() {
        if (!json.isTextual()) {
            throw mistake("a text");
        }
        return json.asText();
    }

    private Element part(String name, Predicate<JsonNode> fits, String expected) {
        Element part = at(name);
        if (!fits.test(part.json)) {
            throw part.mistake(expected);
        }
        return part;
    }

    private Element at(String name) {
        return new Element(json.path(name), place.isEmpty() ? name : place + "." + name);
    }

    private String found() {
        return switch (json.getNodeType()) {
            case MISSING, NULL -> "nothing";
            case ARRAY -> "a list";
            case OBJECT, POJO -> "an object";
            case STRING, BINARY -> "a text";
            case NUMBER -> "a number";
            case BOOLEAN -> json.asText();
        };
    }
}
