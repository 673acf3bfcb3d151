package dev.plinth.sandbox.value;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plinth.sandbox.value.Value.Archive;
import dev.plinth.sandbox.value.Value.Asset;
import dev.plinth.sandbox.value.Value.Fields;
import dev.plinth.sandbox.value.Value.Items;
import dev.plinth.sandbox.value.Value.Null;
import dev.plinth.sandbox.value.Value.Numeric;
import dev.plinth.sandbox.value.Value.Output;
import dev.plinth.sandbox.value.Value.Reference;
import dev.plinth.sandbox.value.Value.Secret;
import dev.plinth.sandbox.value.Value.Text;
import dev.plinth.sandbox.value.Value.Truth;
import dev.plinth.sandbox.value.Value.Unknown;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;

/** Property values from and to JSON, with the protocol's signatures for what JSON does not have. */
public final class JsonCodec {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private JsonCodec() {}

    /** The value that a JSON document stands for. */
    public static Value decode(JsonNode node) {
        return switch (node.getNodeType()) {
            case BOOLEAN -> new Truth(node.booleanValue());
            case NUMBER -> new Numeric(node.doubleValue());
            case STRING -> Signatures.text(node.textValue());
            case ARRAY -> items(node);
            case OBJECT, POJO -> Signatures.seal(entries(node));
            case NULL, MISSING, BINARY -> new Null();
        };
    }

    /** The fields of a JSON object. */
    public static Fields fields(JsonNode object) {
        return new Fields(entries(object));
    }

    /** The JSON document of a value. */
    public static JsonNode encode(Value value) {
        return switch (value) {
            case Null ignored -> NODES.nullNode();
            case Truth truth -> NODES.booleanNode(truth.value());
            case Numeric number -> number(number.value());
            case Text text -> NODES.textNode(text.value());
            case Unknown unknown -> NODES.textNode(unknown.sentinel());
            case Items items -> array(items);
            case Fields fields -> object(fields);
            case Secret secret -> object(Signatures.open(secret));
            case Asset asset -> object(Signatures.open(asset));
            case Archive archive -> object(Signatures.open(archive));
            case Output output -> object(Signatures.open(output));
            case Reference reference -> object(Signatures.open(reference));
        };
    }

    /** The JSON object of some fields. */
    public static ObjectNode object(Fields fields) {
        var object = NODES.objectNode();
        fields.entries().forEach((name, entry) -> object.set(name, encode(entry)));
        return object;
    }

    private static Map<String, Value> entries(JsonNode object) {
        var entries = new TreeMap<String, Value>();
        object.properties().forEach(entry -> entries.put(entry.getKey(), decode(entry.getValue())));
        return entries;
    }

    private static Items items(JsonNode array) {
        var items = new ArrayList<Value>();
        array.forEach(item -> items.add(decode(item)));
        return new Items(items);
    }

    private static ArrayNode array(Items items) {
        var array = NODES.arrayNode();
        items.items().forEach(item -> array.add(encode(item)));
        return array;
    }

    /** Whole numbers are written without a fraction, as a person would. */
    private static JsonNode number(double value) {
        boolean whole =
                value == Math.rint(value) && Math.abs(value) < 1L << 53 && 1 / value != Double.NEGATIVE_INFINITY;
        return whole ? NODES.numberNode((long) value) : NODES.numberNode(value);
    }
}
