package dev.plinth.app.support;

import dev.plinth.app.access.Actor;
import dev.plinth.app.changes.Change;
import dev.plinth.app.changes.ChangeLog;
import dev.plinth.app.changes.ChangeType;
import java.util.ArrayList;
import java.util.List;

/** Remembers the changes that were recorded. */
public final class Changes implements ChangeLog {
    private final List<Change> all = new ArrayList<>();

    @Override
    public void record(Actor actor, Change change) {
        all.add(change);
    }

    public List<Change> all() {
        return List.copyOf(all);
    }

    public List<ChangeType> types() {
        return all.stream().map(Change::type).toList();
    }
}
