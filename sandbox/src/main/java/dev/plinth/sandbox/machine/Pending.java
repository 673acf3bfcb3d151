package dev.plinth.sandbox.machine;

import java.util.Arrays;
import java.util.Optional;

/** Marks what is about to be written. */
public final class Pending {
    private Pending() {}

    @SuppressWarnings("TypeParameterUnusedInFormals")
    public static <T> T of(Object... arguments) {
        return Optional.<T>empty().orElseThrow(() -> new UnsupportedOperationException(Arrays.toString(arguments)));
    }
}
