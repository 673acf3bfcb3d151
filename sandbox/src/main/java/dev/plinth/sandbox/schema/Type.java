package dev.plinth.sandbox.schema;

import java.util.List;
import java.util.stream.Collectors;

/** The type that the SDK declares for a property. */
public sealed interface Type {

    /** Anything, for instance a JSON document. */
    record Any() implements Type {}

    /** A string. */
    record Text() implements Type {}

    /** A whole number. */
    record Whole() implements Type {}

    /** A number. */
    record Decimal() implements Type {}

    /** True or false. */
    record Truth() implements Type {}

    /** A list of one type. */
    record Items(Type element) implements Type {}

    /** A map from strings to one type. */
    record Dictionary(Type element) implements Type {}

    /** Either of two types. */
    record Either(Type left, Type right) implements Type {}

    /** One of a closed set of strings or numbers. */
    record Enumeration(String name, List<Object> values) implements Type {
        public Enumeration {
            values = List.copyOf(values);
        }
    }

    /** An object whose properties the class declares. */
    record Structure(Class<?> declaration) implements Type {}

    /** A file or folder. */
    record AssetOrArchive() implements Type {}

    /** How a person calls it, with its article. */
    default String described() {
        return switch (this) {
            case Any ignored -> "any value";
            case Text ignored -> "a string";
            case Whole ignored -> "a whole number";
            case Decimal ignored -> "a number";
            case Truth ignored -> "true or false";
            case Items ignored -> "a list";
            case Dictionary ignored -> "a map";
            case Either either ->
                either.left().described() + " or " + either.right().described();
            case Enumeration enumeration ->
                "one of " + enumeration.values().stream().map(String::valueOf).collect(Collectors.joining(", "));
            case Structure structure ->
                "an object like the SDK's " + structure.declaration().getSimpleName();
            case AssetOrArchive ignored -> "an asset or archive";
        };
    }
}
