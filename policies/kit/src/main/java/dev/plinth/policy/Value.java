package dev.plinth.policy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A property's value as the engine knows it. A property that is not set has no value at all. */
public sealed interface Value {
    /** Set, to nothing. */
    record Nil() implements Value {}

    record Flag(boolean value) implements Value {}

    /** Every number: the protocol has no integers. */
    record Numeric(double value) implements Value {}

    record Text(String value) implements Value {}

    record Items(List<Value> values) implements Value {
        public Items {
            values = List.copyOf(values);
        }
    }

    record Fields(Map<String, Value> values) implements Value {
        public Fields {
            values = Map.copyOf(values);
        }
    }

    /** Set, to what only the deployment will tell. */
    record Unknown() implements Value {}

    /** A value that nobody may print. */
    record Secret(Value value) implements Value {
        @Override
        public String toString() {
            return "[secret]";
        }
    }

    /**
     * A value of which the engine also tells from what it was made.
     *
     * @param sources the URNs of those resources
     */
    record Output(Value value, Set<String> sources) implements Value {
        public Output {
            sources = Set.copyOf(sources);
        }
    }

    /** A resource that was given as a whole. */
    record Reference(String urn, String id) implements Value {}

    /** A file, or what stands for one. */
    record Asset(AssetSource source) implements Value {}

    /** Several files, packed or by name. */
    record Archive(AssetSource source, Map<String, Value> entries) implements Value {
        public Archive {
            entries = Map.copyOf(entries);
        }
    }

    /**
     * Where an asset's or archive's content comes from.
     *
     * @param kind {@code text}, {@code path}, {@code uri}, or empty for an archive that is made of its entries
     * @param content the text, the path or the address
     * @param hash SHA-256 of the content in hexadecimal, empty where the engine does not know it
     */
    record AssetSource(String kind, String content, String hash) {}

    /** The value itself, without its mark of secrecy and without where it came from. */
    default Value revealed() {
        return switch (this) {
            case Secret(Value inner) -> inner.revealed();
            case Output(Value inner, var sources) -> inner.revealed();
            case Value plain -> plain;
        };
    }

    /** Whether nobody may print it. */
    default boolean isSecret() {
        return switch (this) {
            case Secret secret -> true;
            case Output(Value inner, var sources) -> inner.isSecret();
            case Value plain -> false;
        };
    }

    /** Whether it, or a part of it, is known and may be printed. */
    default boolean isOpen() {
        return switch (this) {
            case Secret secret -> false;
            case Unknown unknown -> false;
            case Nil nil -> false;
            case Text(String text) -> !text.isEmpty();
            case Output(Value inner, var sources) -> inner.isOpen();
            case Items(var items) -> items.stream().anyMatch(Value::isOpen);
            case Fields(var fields) -> fields.values().stream().anyMatch(Value::isOpen);
            case Value plain -> true;
        };
    }

    /** A value of a boolean, a number, a text, a value, or a list or map of such. */
    static Value of(Object value) {
        return switch (value) {
            case Value already -> already;
            case Boolean flag -> new Flag(flag);
            case Number number -> new Numeric(number.doubleValue());
            case String text -> new Text(text);
            case List<?> items -> new Items(items.stream().map(Value::of).toList());
            case Map<?, ?> fields -> {
                var values = new HashMap<String, Value>();
                fields.forEach((name, field) -> values.put(String.valueOf(name), of(field)));
                yield new Fields(values);
            }
            default -> throw new IllegalArgumentException("no property can be a " + value.getClass());
        };
    }
}
