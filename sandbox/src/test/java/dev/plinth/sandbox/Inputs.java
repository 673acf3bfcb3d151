package dev.plinth.sandbox;

import dev.plinth.sandbox.value.Value;
import dev.plinth.sandbox.value.Value.Fields;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Property values written as a test reads best. */
public final class Inputs {
    private Inputs() {}

    /** Fields from names and plain values, by turns. */
    public static Fields fields(Object... namesAndValues) {
        var entries = new TreeMap<String, Value>();
        for (int index = 0; index < namesAndValues.length; index += 2) {
            entries.put((String) namesAndValues[index], value(namesAndValues[index + 1]));
        }
        return new Fields(entries);
    }

    private static Value value(Object plain) {
        return switch (plain) {
            case Value value -> value;
            case String text -> Value.text(text);
            case Number number -> Value.number(number.doubleValue());
            case Boolean truth -> Value.truth(truth);
            case List<?> items ->
                new Value.Items(items.stream().map(Inputs::value).toList());
            case Map<?, ?> map -> {
                var entries = new TreeMap<String, Value>();
                map.forEach((name, entry) -> entries.put((String) name, value(entry)));
                yield new Fields(entries);
            }
            default -> throw new IllegalArgumentException("No property value: " + plain);
        };
    }
}
