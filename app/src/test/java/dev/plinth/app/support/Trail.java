package dev.plinth.app.support;

import dev.plinth.app.access.Actor;
import dev.plinth.app.access.Principal;
import dev.plinth.app.access.Reach;
import dev.plinth.app.access.Role;
import dev.plinth.app.changes.Change;
import dev.plinth.app.changes.ChangeRecorder;
import dev.plinth.app.changes.ChangeRelay;
import dev.plinth.app.changes.ChangeType;
import dev.plinth.app.events.Event;
import dev.plinth.app.events.Publication;
import dev.plinth.app.jobs.Bell;
import dev.plinth.app.json.Json;
import dev.plinth.app.postgres.changes.ChangeTable;
import dev.plinth.app.postgres.changes.EventTable;
import java.util.List;
import java.util.function.Consumer;

/** Changes in an {@link EmptyStore}, made and put in order by the test itself. */
public final class Trail {
    private final ChangeRecorder log;
    private final ChangeRelay relay;

    public Trail(EmptyStore store) {
        this(store, events -> {});
    }

    /** The senders get the events, as webhooks do. */
    public Trail(EmptyStore store, Consumer<List<Event>> senders) {
        var table = new ChangeTable(store.database());
        log = new ChangeRecorder(table, store.transactions(), new Bell());
        relay = new ChangeRelay(
                table, store.transactions(), new Publication(new EventTable(store.database()), senders), List.of());
    }

    /** A change of something that was not there before, by this user. */
    public void record(String user, ChangeType type, String subject) {
        record(user, Change.made(type, subject, Json.object().put("id", subject)));
    }

    public void record(String user, Change change) {
        var principal = new Principal(Principal.Kind.USER, user, Role.EDITOR.scopes(), new Reach.Everywhere());
        log.record(new Actor(principal, "203.0.113.77", "request-of-" + user), change);
    }

    /** Gives all changes their places. */
    public void order() {
        relay.run();
    }
}
