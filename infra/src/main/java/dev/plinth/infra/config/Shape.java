package dev.plinth.infra.config;

import java.util.Arrays;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a text must look like to be taken as a T, said in words and by an example. */
public record Shape<T>(String description, String example, Function<String, T> parser) {

    /** A text that matches the pattern as a whole. */
    public static Shape<String> matching(String pattern, String description, String example) {
        var compiled = Pattern.compile(pattern);
        return new Shape<>(description, example, text -> {
            if (!compiled.matcher(text).matches()) {
                throw new IllegalArgumentException(text);
            }
            return text;
        });
    }

    /** One of an enum's constants, written in lower camel case. */
    static <E extends Enum<E>> Shape<E> oneOf(Class<E> type, E example) {
        var names = new TreeMap<String, E>();
        for (var constant : type.getEnumConstants()) {
            names.put(camelCase(constant), constant);
        }
        return new Shape<>("one of " + String.join(", ", names.keySet()), camelCase(example), text -> {
            if (!names.containsKey(text)) {
                throw new IllegalArgumentException(text);
            }
            return names.get(text);
        });
    }

    private static String camelCase(Enum<?> constant) {
        var words = constant.name().split("_", -1);
        return words[0].toLowerCase(Locale.ROOT)
                + Arrays.stream(words)
                        .skip(1)
                        .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining());
    }
}
