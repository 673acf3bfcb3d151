package dev.plinth.app.values;

import java.nio.charset.StandardCharsets;

/** The rule for texts that people write. The length is in characters as Unicode counts them. */
public record Text(int lengthMax) {
    public void check(String value) {
        if (value.isBlank()) {
            throw new InvalidValueException("must not be blank");
        }
        if (value.codePointCount(0, value.length()) > lengthMax) {
            throw new InvalidValueException("must be at most %d characters".formatted(lengthMax));
        }
        // PostgreSQL stores neither NUL nor half a surrogate pair; the other control characters have no business here.
        if (value.chars().anyMatch(Text::isForbidden)
                || !StandardCharsets.UTF_8.newEncoder().canEncode(value)) {
            throw new InvalidValueException("must be valid Unicode without control characters");
        }
    }

    private static boolean isForbidden(int character) {
        return Character.isISOControl(character) && character != '\n' && character != '\r' && character != '\t';
    }
}
