package dev.plinth.sandbox.resource;

import dev.plinth.sandbox.schema.Declarations;
import dev.plinth.sandbox.schema.Property;
import dev.plinth.sandbox.schema.Type;
import dev.plinth.sandbox.value.Value;
import dev.plinth.sandbox.value.Value.Fields;
import dev.plinth.sandbox.value.Value.Items;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Completes outputs: what the SDK promises to be there always is there, with a plain value if nothing better is known. */
public final class OutputFill {
    private OutputFill() {}

    /** The given values as outputs, and a value for every output that is always there. */
    public static Fields complete(Map<String, Property> declared, Fields given, String text) {
        var outputs = new TreeMap<String, Value>();
        declared.forEach((name, property) -> given.find(name)
                .map(value -> filled(property.type(), value, text))
                .or(() -> property.required() ? Optional.of(plain(property.type(), text)) : Optional.empty())
                .ifPresent(value -> outputs.put(name, value)));
        return new Fields(outputs);
    }

    /** The given values as outputs, and an unknown for every other that the SDK declares. */
    public static Fields unknowns(Map<String, Property> declared, Fields given) {
        var missing = declared.keySet().stream()
                .filter(name -> given.find(name).isEmpty())
                .collect(Collectors.toMap(name -> name, name -> Value.unknown()));
        return new Fields(missing).withAll(onlyDeclared(given, declared.keySet()));
    }

    private static Fields onlyDeclared(Fields given, Set<String> declared) {
        var known = new TreeMap<>(given.entries());
        known.keySet().retainAll(declared);
        return new Fields(known);
    }

    private static Value filled(Type type, Value value, String text) {
        return switch (value) {
            case Value.Secret secret -> new Value.Secret(filled(type, secret.value(), text));
            case Fields fields when type instanceof Type.Structure structure -> structure(structure, fields, text);
            case Items items
            when type instanceof Type.Items list ->
                new Items(items.items().stream()
                        .map(item -> filled(list.element(), item, text))
                        .toList());
            default -> value;
        };
    }

    private static Fields structure(Type.Structure structure, Fields fields, String text) {
        var declared = Declarations.of(structure.declaration());
        return fields.withAll(complete(declared, fields, text));
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
