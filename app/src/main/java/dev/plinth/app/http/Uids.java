package dev.plinth.app.http;

import dev.plinth.app.values.InvalidValueException;
import dev.plinth.app.values.NotFoundException;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/** Uids as clients write them: in one way only, in letters of either case. */
public final class Uids {
    // The JDK also reads shorter ones, of which there is more than one for the same thing.
    private static final Pattern SHAPE = Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private static final UUID BEGINNING = new UUID(0, 0);

    /** Throws {@link InvalidValueException} when it is none. */
    public static UUID parse(String text) {
        if (!SHAPE.matcher(text).matches()) {
            throw new InvalidValueException("must be a UUID");
        }
        return UUID.fromString(text);
    }

    /** A parameter of the path; what cannot be a uid names nothing of this kind. */
    public static UUID ofPath(Call call, String parameter, String kind) {
        String given = call.path(parameter);
        try {
            return parse(given);
        } catch (InvalidValueException impossible) {
            throw new NotFoundException(kind, given);
        }
    }

    /** What the page of a list sorted by uid begins after; a uid before all others for the first page. */
    public static UUID after(Paging paging) {
        return paging.after().map(List::getFirst).map(Uids::ofCursor).orElse(BEGINNING);
    }

    /** Throws {@link InvalidValueException} when somebody made the cursor up. */
    public static UUID ofCursor(String text) {
        try {
            return parse(text);
        } catch (InvalidValueException foreign) {
            throw new InvalidValueException("The cursor must be one from the 'page' of an answer.");
        }
    }

    private Uids() {}
}
