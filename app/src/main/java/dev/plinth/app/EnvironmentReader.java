package dev.plinth.app;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Reads environment variables and collects every fault, so that all can be mended at once. No value of a secret is
 * told.
 */
final class EnvironmentReader {
    private static final int PORT_MAX = 65_535;

    private final Map<String, String> environment;
    private final List<String> problems = new ArrayList<>();

    EnvironmentReader(Map<String, String> environment) {
        this.environment = environment;
    }

    /** A value that must be there; {@code expected} tells a person what it should look like. */
    String required(String name, String expected) {
        String value = environment.getOrDefault(name, "");
        if (value.isBlank()) {
            problem(name, "is missing; expected " + expected);
        }
        return value;
    }

    /** A value that must be there and pass the test. */
    String required(String name, String expected, Predicate<String> test) {
        String value = required(name, expected);
        if (!value.isBlank() && !test.test(value)) {
            problem(name, "is '%s'; expected %s".formatted(value, expected));
        }
        return value;
    }

    /** A value that passes the test when it is there. */
    String optional(String name, String unlessTold, String expected, Predicate<String> test) {
        String value = environment.getOrDefault(name, "");
        return value.isBlank() ? unlessTold : required(name, expected, test);
    }

    /** Whether there is anything at all. */
    boolean isTold(String name) {
        return !environment.getOrDefault(name, "").isBlank();
    }

    /** A secret that may be missing, and then is empty. */
    String secret(String name) {
        return environment.getOrDefault(name, "").strip();
    }

    int port(String name) {
        return parsed(name, required(name, "a port number, such as 8080"), 0, PORT_MAX);
    }

    int number(String name, int unlessTold, int min, int max) {
        String value = environment.getOrDefault(name, "");
        return value.isBlank() ? unlessTold : parsed(name, value, min, max);
    }

    Duration seconds(String name, int unlessTold, int max) {
        return Duration.ofSeconds(number(name, unlessTold, 0, max));
    }

    boolean flag(String name, boolean unlessTold) {
        String told = optional(name, Boolean.toString(unlessTold), "true or false", Set.of("true", "false")::contains);
        return told.equals("true");
    }

    void problem(String name, String what) {
        problems.add("%s %s".formatted(name, what));
    }

    /** Throws when anything was wrong. */
    void finish() {
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
    }

    private int parsed(String name, String value, int min, int max) {
        if (value.isBlank()) {
            return min;
        }
        try {
            int number = Integer.parseInt(value);
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // Told below, in the same words as a number out of range.
        }
        problem(name, "is '%s'; expected a whole number from %d to %d".formatted(value, min, max));
        return min;
    }
}
