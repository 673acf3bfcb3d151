package dev.plinth.sandbox.check;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Guesses the name that was meant: by its letters, or by its words. */
final class Suggestion {
    /** Words that people take for one another in cloud settings. */
    private static final Map<String, String> SYNONYMS = Map.ofEntries(
            Map.entry("allocated", "size"),
            Map.entry("database", "db"),
            Map.entry("user", "username"),
            Map.entry("count", "num"),
            Map.entry("number", "num"),
            Map.entry("type", "class"),
            Map.entry("zones", "zone"),
            Map.entry("subnets", "subnet"),
            Map.entry("groups", "group"),
            Map.entry("ids", "id"),
            Map.entry("period", "days"),
            Map.entry("encryption", "encrypted"),
            Map.entry("public", "publicly"),
            Map.entry("az", "zone"));

    private Suggestion() {}

    static Optional<String> forName(String name, Collection<String> known) {
        int lettersMax = name.length() < 5 ? 1 : Math.max(2, name.length() / 4);
        var byLetters = known.stream()
                .filter(candidate -> distance(name, candidate) <= lettersMax)
                .min(Comparator.comparingInt((String candidate) -> distance(name, candidate))
                        .thenComparing(Comparator.naturalOrder()));
        return byLetters.or(() -> byWords(name, known));
    }

    private static Optional<String> byWords(String name, Collection<String> known) {
        return known.stream()
                .filter(candidate -> overlap(name, candidate) >= 0.5)
                .max(Comparator.comparingDouble((String candidate) -> overlap(name, candidate))
                        .thenComparing(Comparator.reverseOrder()));
    }

    private static double overlap(String left, String right) {
        var common = new HashSet<>(words(left));
        common.retainAll(words(right));
        var all = new HashSet<>(words(left));
        all.addAll(words(right));
        return (double) common.size() / all.size();
    }

    private static Set<String> words(String name) {
        return Arrays.stream(name.split("(?=[A-Z])|[^A-Za-z0-9]+"))
                .map(word -> word.toLowerCase(Locale.ROOT))
                .map(word -> SYNONYMS.getOrDefault(word, word))
                .collect(Collectors.toSet());
    }

    private static int distance(String left, String right) {
        var previous = new int[right.length() + 1];
        Arrays.setAll(previous, column -> column);
        for (int row = 1; row <= left.length(); row++) {
            var current = new int[right.length() + 1];
            current[0] = row;
            for (int column = 1; column <= right.length(); column++) {
                int change = previous[column - 1] + (same(left, row, right, column) ? 0 : 1);
                current[column] = Math.min(change, Math.min(previous[column], current[column - 1]) + 1);
            }
            previous = current;
        }
        return previous[right.length()];
    }

    private static boolean same(String left, int row, String right, int column) {
        return Character.toLowerCase(left.charAt(row - 1)) == Character.toLowerCase(right.charAt(column - 1));
    }
}
