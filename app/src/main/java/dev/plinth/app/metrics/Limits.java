package dev.plinth.app.metrics;

import dev.plinth.app.values.InvalidValueException;
import java.util.HashSet;
import java.util.List;

/** The rule for lists that people write: not too long, and nothing twice. */
record Limits(String noun, int countMax) {
    <T> List<T> check(List<T> items) {
        if (items.size() > countMax) {
            throw new InvalidValueException("must have at most %d %s".formatted(countMax, noun));
        }
        if (new HashSet<>(items).size() < items.size()) {
            throw new InvalidValueException("must not repeat any of the %s".formatted(noun));
        }
        return List.copyOf(items);
    }
}
