package dev.plinth.infra.release;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The two sides of a release: one serves, the other waits, and both always exist. */
public enum Colour {
    BLUE,
    GREEN;

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
