package dev.plinth.app.http.identity;

import dev.plinth.app.values.InvalidValueException;
import dev.plinth.app.values.NotFoundException;
import java.util.UUID;
import java.util.regex.Pattern;

/** Uids as clients write them. */
final class Uids {
    // The JDK also reads shorter ones, of which there is more than one for the same thing.
    private static final Pattern SHAPE = Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    static UUID parse(String text) {
        if (!SHAPE.matcher(text).matches()) {
            throw new InvalidValueException("must be a UUID");
        }
        return UUID.fromString(text);
    }

    /** What cannot be a uid names nothing. */
    static UUID inPath(String kind, String text) {
        try {
            return parse(text);
        } catch (InvalidValueException impossible) {
            throw new NotFoundException(kind, text);
        }
    }

    private Uids() {}
}
