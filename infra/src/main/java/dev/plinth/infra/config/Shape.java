package dev.plinth.infra.config;

import java.util.function.Function;
import java.util.regex.Pattern;

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
}
