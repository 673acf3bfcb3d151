package dev.plinth.app.events;

import dev.plinth.app.access.Principal;
import dev.plinth.app.changes.ChangeType;
import dev.plinth.app.values.Slice;
import java.util.Set;

/** The feed of events: all that has happened, in one order that never changes behind a reader. */
public final class Events {
    private final EventStore store;

    public Events(EventStore store) {
        this.store = store;
    }

    /** Those of the types asked for, or of all types when none is, after a sequence. */
    public Slice<Event> list(Principal reader, long after, Set<ChangeType> types, int limit) {
        return Slice.of(store.list(new EventQuery(after, types, reader.seesDrafts(), limit)), limit);
    }
}
