package dev.plinth.app.events;

import dev.plinth.app.changes.Change;
import dev.plinth.app.changes.ChangeType;
import dev.plinth.app.changes.KeptChange;
import dev.plinth.app.changes.LinkedChange;
import java.time.Instant;
import java.util.UUID;

/**
 * A change as the outside is told of it: that it happened, and to what. {@code restricted} events tell of what only
 * those who see drafts may know; {@code sequence} grows from event to event, with gaps.
 */
public record Event(long sequence, UUID uid, Instant at, ChangeType type, String subject, boolean restricted) {
    /** The name by which receivers tell whether they have had it already. */
    public String id() {
        return "evt_" + uid;
    }

    static Event of(LinkedChange linked) {
        KeptChange kept = linked.kept();
        Change change = kept.change();
        return new Event(
                linked.link().sequence(),
                kept.uid(),
                kept.at(),
                change.type(),
                change.subject(),
                Restriction.covers(change));
    }
}
