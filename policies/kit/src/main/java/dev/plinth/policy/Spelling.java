package dev.plinth.policy;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Guesses which name was meant by a mistyped one. */
public final class Spelling {
    private static final int TYPING_ERRORS_MAX = 4;

    private Spelling() {}

    /** The name that was probably meant, if there is one like it. */
    public static Optional<String> nearest(Collection<String> names, String name) {
        return names.stream()
                .min(Comparator.comparingInt(candidate -> distance(candidate, name)))
                .filter(candidate -> distance(candidate, name) <= TYPING_ERRORS_MAX);
    }

    /** The end of a complaint about a name that does not exist: which one was meant, or which there are. */
    static String hint(Collection<String> names, String name, String noun) {
        return nearest(names, name)
                .map("; did you mean '%s'?"::formatted)
                .orElseGet(() -> "; its %s are %s".formatted(noun, String.join(", ", names)));
    }

    /** How many letters have to be added, dropped or changed to make one name of the other. */
    private static int distance(String one, String other) {
        String left = one.toLowerCase(Locale.ROOT);
        String right = other.toLowerCase(Locale.ROOT);
        int[] row = new int[right.length() + 1];
        for (int column = 0; column < row.length; column++) {
            row[column] = column;
        }
        for (int line = 1; line <= left.length(); line++) {
            int diagonal = row[0];
            row[0] = line;
            for (int column = 1; column < row.length; column++) {
                int changed = diagonal + (left.charAt(line - 1) == right.charAt(column - 1) ? 0 : 1);
                diagonal = row[column];
                row[column] = Math.min(changed, Math.min(row[column], row[column - 1]) + 1);
            }
        }
        return row[right.length()];
    }
}
