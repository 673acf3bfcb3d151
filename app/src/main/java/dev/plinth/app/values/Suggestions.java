package dev.plinth.app.values;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Guesses what was meant by a misspelt name. */
public final class Suggestions {
    private static final int DISTANCE_MAX = 3;
    // Longer names are no slips of the keyboard, and comparing them would cost time.
    private static final int LENGTH_MAX = 60;

    /** The known name that is nearest, as a question to be added to a message; "" when none is near. */
    public static String didYouMean(String found, Collection<String> known) {
        return nearest(found, known).map(" Did you mean '%s'?"::formatted).orElse("");
    }

    private static Optional<String> nearest(String found, Collection<String> known) {
        if (found.length() > LENGTH_MAX) {
            return Optional.empty();
        }
        return known.stream()
                .filter(name -> distance(found, name) <= Math.min(DISTANCE_MAX, name.length() / 2))
                .min(Comparator.comparingInt(name -> distance(found, name)));
    }

    /** How many letters must be put in, left out or changed to make one of the other (Levenshtein). */
    private static int distance(String one, String other) {
        int[] previous = new int[other.length() + 1];
        for (int column = 0; column <= other.length(); column++) {
            previous[column] = column;
        }
        for (int row = 1; row <= one.length(); row++) {
            int[] current = new int[other.length() + 1];
            current[0] = row;
            for (int column = 1; column <= other.length(); column++) {
                int change = one.charAt(row - 1) == other.charAt(column - 1) ? 0 : 1;
                current[column] =
                        Math.min(previous[column - 1] + change, Math.min(previous[column], current[column - 1]) + 1);
            }
            previous = current;
        }
        return previous[other.length()];
    }

    private Suggestions() {}
}
