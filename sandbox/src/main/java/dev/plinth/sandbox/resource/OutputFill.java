package dev.plinth.sandbox.resource;

import dev.plinth.sandbox.schema.Declarations;
import dev.plinth.sandbox.schema.Property;
import dev.plinth.sandbox.schema.ResourceSchema;
import dev.plinth.sandbox.schema.Type;
import dev.plinth.sandbox.value.Value;
import dev.plinth.sandbox.value.Value.Fields;
import dev.plinth.sandbox.value.Value.Items;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Completes outputs: what the SDK promises to be there always is there, with a plain value if nothing better is known. */
public final class OutputFill {
    private OutputFill() {}

    /** The given values as outputs, and a value for every output that is always there. */
    public static Fields complete(ResourceSchema schema, Fields given, String digits) {
        var outputs = new TreeMap<String, Value>();
        schema.outputs().forEach((name, property) -> {
            // What the program may set and did not is empty; what only the cloud sets is an identifier.
            var text = schema.inputs().containsKey(name) ? "" : name + "-" + digits;
            output(property, given, text).ifPresent(value -> outputs.put(name, value));
        });
        return new Fields(outputs);
    }

    private static Optional<Value> output(Property property, Fields given, String text) {
        return given.find(property.name())
                .map(value -> filled(property.type(), value, ""))
                .or(() -> property.required() ? Optional.of(plain(property.type(), text)) : Optional.empty());
    }

    /**
     * The given values as outputs, and an unknown for every other that the cloud sets. What only the program may set, which
     * the SDK declares as not always there, is not there then: a provider's plan knows that, too.
     */
    public static Fields unknowns(ResourceSchema schema, Fields given) {
        var missing = new TreeMap<String, Value>();
        schema.outputs().forEach((name, property) -> {
            if (property.required() || !schema.inputs().containsKey(name)) {
                missing.put(name, Value.unknown());
            }
        });
        return new Fields(missing).withAll(onlyDeclared(given, schema.outputs().keySet()));
    }

    private static Fields onlyDeclared(Fields given, Set<String> declared) {
        var known = new TreeMap<>(given.entries());
        known.keySet().retainAll(declared);
        return new Fields(known);
    }

    private static Value filled(Type type, Value value, String text) {
        if (value instanceof Value.Secret secret) {
            return new Value.Secret(filled(type, secret.value(), text));
        }
        if (value instanceof Fields fields && type instanceof Type.Structure structure) {
            return structure(structure, fields, text);
        }
        if (value instanceof Items items && type instanceof Type.Items list) {
            return new Items(items.items().stream()
                    .map(item -> filled(list.element(), item, text))
                    .toList());
        }
        return value;
    }

    private static Fields structure(Type.Structure structure, Fields fields, String text) {
        var declared = Declarations.of(structure.declaration());
        var complete = new TreeMap<>(fields.entries());
        declared.forEach(
                (name, property) -> output(property, fields, text).ifPresent(value -> complete.put(name, value)));
        return new Fields(complete);
    }

    private static Value plain(Type type, String text) {
        return switch (type) {
            case Type.Any ignored -> Fields.EMPTY;
            case Type.Text ignored -> Value.text(text);
            case Type.Whole ignored -> Value.number(0);
            case Type.Decimal ignored -> Value.number(0);
            case Type.Truth ignored -> Value.truth(false);
            case Type.Items ignored -> new Items(List.of());
            case Type.Dictionary ignored -> Fields.EMPTY;
            case Type.Either either -> plain(either.left(), text);
            case Type.Enumeration enumeration -> first(enumeration);
            case Type.Structure structure -> structure(structure, Fields.EMPTY, text);
            case Type.AssetOrArchive ignored -> new Value.Null();
        };
    }

    private static Value first(Type.Enumeration enumeration) {
        return enumeration.values().getFirst() instanceof Number number
                ? Value.number(number.doubleValue())
                : Value.text(String.valueOf(enumeration.values().getFirst()));
    }
}
