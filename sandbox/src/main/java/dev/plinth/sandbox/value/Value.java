package dev.plinth.sandbox.value;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** A property value of the engine's protocol; every kind that the protocol knows is one record. */
public sealed interface Value {

    /** No value. */
    record Null() implements Value {}

    /** True or false. */
    record Truth(boolean value) implements Value {}

    /** A number; the protocol has no whole numbers. */
    record Numeric(double value) implements Value {}

    /** A string that is none of the protocol's sentinels. */
    record Text(String value) implements Value {
        @Override
        public String toString() {
            return '"' + value + '"';
        }
    }

    /** A list. */
    record Items(List<Value> items) implements Value {
        public Items {
            items = List.copyOf(items);
        }
    }

    /** A map, ordered by key so that everything made from it is reproducible. */
    record Fields(Map<String, Value> entries) implements Value {
        /** The map without entries. */
        public static final Fields EMPTY = new Fields(Map.of());

        public Fields {
            entries = Collections.unmodifiableMap(new TreeMap<>(entries));
        }

        /** The entry's value; a null counts as absent. */
        public Optional<Value> find(String name) {
            return Optional.ofNullable(entries.get(name)).filter(value -> !(value instanceof Null));
        }

        /** These fields with one more, or with another value for it. */
        public Fields with(String name, Value value) {
            var copy = new TreeMap<>(entries);
            copy.put(name, value);
            return new Fields(copy);
        }

        /** These fields without the one named. */
        public Fields without(String name) {
            var copy = new TreeMap<>(entries);
            copy.remove(name);
            return new Fields(copy);
        }

        /** These fields, overlaid by others. */
        public Fields withAll(Fields others) {
            var copy = new TreeMap<>(entries);
            copy.putAll(others.entries);
            return new Fields(copy);
        }
    }

    /** A value that is known only after the update; the sentinel says of which type it will be. */
    record Unknown(String sentinel) implements Value {}

    /** A value that must not be shown. */
    record Secret(Value value) implements Value {
        @Override
        public String toString() {
            return "[secret]";
        }
    }

    /** A file-like value: text, path or address, and its hash. */
    record Asset(Fields content) implements Value {}

    /** A folder-like value: assets, path or address, and its hash. */
    record Archive(Fields content) implements Value {}

    /** A value with the resources that it comes from; its value is unknown when the protocol left it out. */
    record Output(Value value, boolean secret, List<String> dependencies) implements Value {
        public Output {
            dependencies = List.copyOf(dependencies);
        }
    }

    /** A reference to a resource. */
    record Reference(Fields content) implements Value {}

    /** The unknown string, which the engine takes for an unknown value of any type. */
    static Value unknown() {
        return new Unknown(Signatures.UNKNOWN_TEXT);
    }

    /** A known string. */
    static Value text(String value) {
        return new Text(value);
    }

    /** A known number. */
    static Value number(double value) {
        return new Numeric(value);
    }

    /** A known truth. */
    static Value truth(boolean value) {
        return new Truth(value);
    }

    /** A list of strings. */
    static Value texts(List<String> values) {
        return new Items(values.stream().map(Value::text).toList());
    }

    /** This value without secret and output wrappers, at every depth. */
    default Value bare() {
        return switch (this) {
            case Secret secret -> secret.value().bare();
            case Output output -> output.value().bare();
            case Items items ->
                new Items(items.items().stream().map(Value::bare).toList());
            case Fields fields -> mapped(fields, Value::bare);
            case Null ignored -> this;
            case Truth ignored -> this;
            case Numeric ignored -> this;
            case Text ignored -> this;
            case Unknown ignored -> this;
            case Asset ignored -> this;
            case Archive ignored -> this;
            case Reference ignored -> this;
        };
    }

    /** Whether nothing in this value is unknown. */
    default boolean known() {
        return switch (this) {
            case Unknown ignored -> false;
            case Secret secret -> secret.value().known();
            case Output output -> output.value().known();
            case Items items -> items.items().stream().allMatch(Value::known);
            case Fields fields -> fields.entries().values().stream().allMatch(Value::known);
            case Asset asset -> asset.content().known();
            case Archive archive -> archive.content().known();
            case Reference reference -> reference.content().known();
            case Null ignored -> true;
            case Truth ignored -> true;
            case Numeric ignored -> true;
            case Text ignored -> true;
        };
    }

    private static Fields mapped(Fields fields, UnaryOperator<Value> change) {
        var copy = new TreeMap<String, Value>();
        fields.entries().forEach((name, value) -> copy.put(name, change.apply(value)));
        return new Fields(copy);
    }
}
