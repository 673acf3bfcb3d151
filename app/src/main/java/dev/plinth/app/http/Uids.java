package dev.plinth.app.http;

import dev.plinth.app.values.InvalidValueException;
import dev.plinth.app.values.NotFoundException;
import java.util.List;
import java.util.UUID;

/** Reads uids from addresses and cursors. */
public final class Uids {
    private static final UUID BEGINNING = new UUID(0, 0);

    /** A parameter of the path; what cannot be a uid names nothing of this kind. */
    public static UUID ofPath(Call call, String parameter, String kind) {
        String given = call.path(parameter);
        try {
            return UUID.fromString(given);
        } catch (IllegalArgumentException impossible) {
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
            return UUID.fromString(text);
        } catch (IllegalArgumentException foreign) {
            throw new InvalidValueException("The cursor must be one from the 'page' of an answer.");
        }
    }

    private Uids() {}
}
