package dev.plinth.app.http.objectives;

import dev.plinth.app.http.Call;
import dev.plinth.app.http.Paging;
import dev.plinth.app.values.InvalidValueException;
import dev.plinth.app.values.NotFoundException;
import java.util.List;
import java.util.UUID;

/** Reads uids of addresses; what cannot be one names nothing. */
final class Uids {
    private static final UUID BEGINNING = new UUID(0, 0);

    static UUID objective(Call call) {
        return ofPath(call, "objective", "objective");
    }

    static UUID keyResult(Call call) {
        return ofPath(call, "key_result", "key result");
    }

    /** What the page begins after; a uid before all others for the first page. */
    static UUID after(Paging paging) {
        return paging.after().map(List::getFirst).map(Uids::ofCursor).orElse(BEGINNING);
    }

    /** Throws {@link InvalidValueException} when somebody made the cursor up. */
    static UUID ofCursor(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException foreign) {
            throw new InvalidValueException("The cursor must be one from the 'page' of an answer.");
        }
    }

    private static UUID ofPath(Call call, String parameter, String kind) {
        String given = call.path(parameter);
        try {
            return UUID.fromString(given);
        } catch (IllegalArgumentException impossible) {
            throw new NotFoundException(kind, given);
        }
    }

    private Uids() {}
}
