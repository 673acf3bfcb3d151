package dev.plinth.policy.aws;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** IAM's patterns, in which {@code *} stands for any letters, also none, and {@code ?} for one. */
final class Wildcards {
    private Wildcards() {}

    static boolean areIn(String pattern) {
        return pattern.contains("*") || pattern.contains("?");
    }

    /** Whether everything that the name stands for is like the pattern. */
    static boolean cover(String pattern, String name) {
        String regex = pattern.chars().mapToObj(Wildcards::regex).collect(Collectors.joining());
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.DOTALL)
                .matcher(name)
                .matches();
    }

    private static String regex(int letter) {
        return switch (letter) {
            case '*' -> ".*";
            // One letter is less than the any of a star in the name.
            case '?' -> "[^*]";
            default -> Pattern.quote(Character.toString(letter));
        };
    }

    /** Whether something is like both patterns. */
    static boolean overlap(String one, String other) {
        return meet(one.toLowerCase(Locale.ROOT), other.toLowerCase(Locale.ROOT));
    }

    private static boolean meet(String one, String other) {
        if (one.isEmpty() || other.isEmpty()) {
            return (one + other).replace("*", "").isEmpty();
        }
        if (one.startsWith("*")) {
            return meet(one.substring(1), other) || meet(one, other.substring(1));
        }
        if (other.startsWith("*")) {
            return meet(other, one);
        }
        boolean same = one.charAt(0) == other.charAt(0) || one.startsWith("?") || other.startsWith("?");
        return same && meet(one.substring(1), other.substring(1));
    }
}
