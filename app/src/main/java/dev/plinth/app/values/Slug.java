package dev.plinth.app.values;

import java.util.regex.Pattern;

/** The rule for names that stand in addresses: short, lower case, ASCII. The lengths are in characters. */
public record Slug(int lengthMin, int lengthMax) {
    private static final Pattern SHAPE = Pattern.compile("[a-z][a-z0-9]*(?:[._-][a-z0-9]+)*");

    public void check(String value) {
        if (value.length() < lengthMin
                || value.length() > lengthMax
                || !SHAPE.matcher(value).matches()) {
            throw new InvalidValueException(
                    ("must be %d to %d characters: lower-case letters, digits and single '.', '-'"
                                    + " or '_' between them, starting with a letter")
                            .formatted(lengthMin, lengthMax));
        }
    }
}
