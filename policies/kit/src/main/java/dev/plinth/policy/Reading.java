package dev.plinth.policy;

import dev.plinth.policy.Value.Fields;
import dev.plinth.policy.Value.Flag;
import dev.plinth.policy.Value.Items;
import dev.plinth.policy.Value.Numeric;
import dev.plinth.policy.Value.Text;
import dev.plinth.policy.Value.Unknown;
import java.util.List;
import java.util.function.BiFunction;

/** From the engine's values to Java's: strict about types, except where providers write a flag or a number as text. */
final class Reading {
    private Reading() {}

    static Boolean flag(String where, Value value) {
        return switch (value) {
            case Flag(boolean flag) -> flag;
            case Text(String text) when text.equals("true") -> true;
            case Text(String text) when text.equals("false") -> false;
            default -> throw new PropertyTypeException(where, "true or false");
        };
    }

    static Integer integer(String where, Value value) {
        if (value instanceof Numeric(double number) && number == Math.rint(number)) {
            return (int) number;
        }
        throw new PropertyTypeException(where, "a whole number");
    }

    static String text(String where, Value value) {
        if (value instanceof Text(String text)) {
            return text;
        }
        throw new PropertyTypeException(where, "a text");
    }

    static List<String> texts(String where, Value value) {
        return items(where, value, Reading::text);
    }

    static Properties object(String where, Value value) {
        if (value instanceof Fields(var fields)) {
            return new Properties(where, fields);
        }
        throw new PropertyTypeException(where, "an object");
    }

    static List<Properties> objects(String where, Value value) {
        return items(where, value, Reading::object);
    }

    private static <T> List<T> items(String where, Value value, BiFunction<String, Value, T> reader) {
        if (!(value instanceof Items(var values))) {
            throw new PropertyTypeException(where, "a list");
        }
        return values.stream()
                .map(item -> reader.apply(where, known(where, item)))
                .toList();
    }

    private static Value known(String where, Value value) {
        Value revealed = value.revealed();
        if (revealed instanceof Unknown) {
            throw new UnknownValueException("an element of " + where);
        }
        return revealed;
    }
}
