package dev.plinth.app.events;

import dev.plinth.app.changes.ChangeType;
import java.util.Set;

/**
 * Which events are asked for: those after a sequence, of these types (all when empty), and whether restricted ones may
 * be among them.
 */
public record EventQuery(long after, Set<ChangeType> types, boolean restricted, int limit) {
    public EventQuery {
        types = Set.copyOf(types);
    }
}
