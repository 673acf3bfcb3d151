package dev.plinth.app.identity;

import dev.plinth.app.values.InvalidValueException;
import java.util.Locale;
import java.util.regex.Pattern;

/** An e-mail address by which a user signs in, in lower case: nobody remembers how they once wrote it. */
public record Email(String value) {
    private static final int LENGTH_MAX = 254;
    // The addresses that HTML forms accept, with a dot in the domain.
    private static final Pattern SHAPE =
            Pattern.compile("[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
                    + "(?:\\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)+");

    public Email {
        value = value.toLowerCase(Locale.ROOT);
        if (value.length() > LENGTH_MAX || !SHAPE.matcher(value).matches()) {
            throw new InvalidValueException(
                    "must be an e-mail address of at most %d characters, such as ada@example.com"
                            .formatted(LENGTH_MAX));
        }
    }

    /** Hides the address, so that it gets into no log by accident. */
    @Override
    public String toString() {
        return "Email[hidden]";
    }
}
