package dev.plinth.app.identity;

import dev.plinth.app.values.InvalidValueException;
import java.text.Normalizer;

/** A password of the user's choice. The same letters typed on another keyboard are the same password (NFKC). */
public record Password(String value) {
    public static final int LENGTH_MIN = 12;
    public static final int LENGTH_MAX = 128;

    public Password {
        value = normalized(value);
        int length = value.codePointCount(0, value.length());
        if (length < LENGTH_MIN || length > LENGTH_MAX) {
            throw new InvalidValueException("must be %d to %d characters".formatted(LENGTH_MIN, LENGTH_MAX));
        }
    }

    static String normalized(String value) {
        return Normalizer.normalize(value, Normalizer.Form.NFKC);
    }

    /** Hides it. */
    @Override
    public String toString() {
        return "Password[hidden]";
    }
}
