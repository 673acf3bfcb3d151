package dev.plinth.app.values;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How the constants of an enum are called in JSON and in queries: {@code IN_REVIEW} is {@code in_review}. */
public final class Names {
    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static List<String> all(Class<? extends Enum<?>> type) {
        return Arrays.stream(type.getEnumConstants()).map(Names::of).toList();
    }

    /** The constant of this name; throws {@link InvalidValueException} with all names when there is none. */
    public static <E extends Enum<E>> E constant(Class<E> type, String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> of(constant).equals(name))
                .findFirst()
                .orElseThrow(() -> new InvalidValueException("must be one of " + String.join(", ", all(type))));
    }

    private Names() {}
}
