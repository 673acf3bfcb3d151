package dev.plinth.policy.test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.plinth.policy.Value;

/** The form in which the SDK sends the inputs of a provider that are no texts. */
final class JsonText {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private JsonText() {}

    /** The value's JSON; a value that is secret or unknown is so as a whole. */
    static Value of(Value value) {
        return switch (value) {
            case Value.Secret(Value inner) -> new Value.Secret(of(inner));
            case Value.Unknown unknown -> unknown;
            default -> new Value.Text(node(value).toString());
        };
    }

    private static JsonNode node(Value value) {
        return switch (value) {
            case Value.Flag(boolean flag) -> JSON.booleanNode(flag);
            case Value.Numeric(double number) when number == Math.rint(number) -> JSON.numberNode((long) number);
            case Value.Numeric(double number) -> JSON.numberNode(number);
            case Value.Text(String text) -> JSON.textNode(text);
            case Value.Items(var items) ->
                JSON.arrayNode().addAll(items.stream().map(JsonText::node).toList());
            case Value.Fields(var fields) -> {
                var object = JSON.objectNode();
                fields.forEach((name, field) -> object.set(name, node(field)));
                yield object;
            }
            case Value.Nil nil -> JSON.nullNode();
            default -> throw new IllegalArgumentException("a provider's input cannot hold " + value);
        };
    }
}
