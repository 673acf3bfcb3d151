package dev.plinth.app;

import dev.plinth.app.audit.AuditTrail;
import dev.plinth.app.changes.ChangeRelay;
import dev.plinth.app.changes.ChangeStore;
import dev.plinth.app.changes.Subscriber;
import dev.plinth.app.events.Events;
import dev.plinth.app.events.Publication;
import dev.plinth.app.http.Operations;
import dev.plinth.app.http.audit.AuditOperations;
import dev.plinth.app.http.events.EventOperations;
import dev.plinth.app.jobs.Job;
import dev.plinth.app.postgres.changes.AuditTable;
import dev.plinth.app.postgres.changes.ChangeTable;
import dev.plinth.app.postgres.changes.EventTable;
import java.time.Duration;
import java.util.List;

/** Changes after they were kept: their order, the audit trail, the events, and who is told. */
final class ChangesFeature {
    // What another instance of the app left behind when it ended; of its own changes an instance hears at once.
    private static final Duration LOOK = Duration.ofSeconds(1);

    /** Changes that come together are dealt with together. */
    private static final Duration GATHER = Duration.ofMillis(5);

    private final Foundations foundations;
    private final ChangeRelay relay;
    private final AuditTrail trail;
    private final Events events;

    ChangesFeature(Foundations foundations, List<Subscriber> subscribers) {
        this.foundations = foundations;
        var eventTable = new EventTable(foundations.database());
        ChangeStore changes = new ChangeTable(foundations.database());
        relay = new ChangeRelay(
                changes, foundations.transactions(), new Publication(eventTable, news -> {}), subscribers);
        trail = new AuditTrail(new AuditTable(foundations.database()), foundations.meters());
        events = new Events(eventTable);
    }

    List<Operations> operations() {
        return List.of(new EventOperations(events), new AuditOperations(trail));
    }

    List<Job> jobs() {
        return List.of(
                new Job("changes", GATHER, () -> foundations.changesBell().await(LOOK), relay::run),
                new Job("audit-verification", Duration.ofDays(1), trail::verify));
    }
}
