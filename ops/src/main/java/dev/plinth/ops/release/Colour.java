package dev.plinth.ops.release;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The two sides of a release: one serves, the other waits. */
public enum Colour {
    BLUE,
    GREEN;

    /** The colour by its name in the stack's outputs. */
    public static Optional<Colour> parse(String text) {
        return Arrays.stream(values())
                .filter(colour -> colour.toString().equals(text))
                .findFirst();
    }

    public Colour other() {
        return this == BLUE ? GREEN : BLUE;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
