package dev.plinth.app;

import dev.plinth.app.audit.AuditTrail;
import dev.plinth.app.changes.ChangeRelay;
import dev.plinth.app.changes.ChangeStore;
import dev.plinth.app.changes.Subscriber;
import dev.plinth.app.events.Event;
import dev.plinth.app.events.Events;
import dev.plinth.app.events.Publication;
import dev.plinth.app.http.Operations;
import dev.plinth.app.http.audit.AuditOperations;
import dev.plinth.app.http.events.EventOperations;
import dev.plinth.app.jobs.Job;
import dev.plinth.app.postgres.changes.AuditTable;
import dev.plinth.app.postgres.changes.ChangeTable;
import dev.plinth.app.postgres.changes.EventTable;
import io.micrometer.core.instrument.Gauge;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** Changes after they were kept: their order, the audit trail, the events, and who is told. */
final class ChangesFeature {
    // What another instance of the app left behind when it ended; of its own changes an instance hears at once.
    private static final Duration LOOK = Duration.ofSeconds(1);

    /** Changes that come together are dealt with together. */
    private static final Duration GATHER = Duration.ofMillis(25);

    /** How old the outbox is is asked for well between two scrapes. */
    private static final Duration MEASURE = Duration.ofSeconds(5);

    private final Foundations foundations;
    private final ChangeRelay relay;
    private final ChangeStore changes;
    private final AtomicReference<Optional<Instant>> oldest = new AtomicReference<>(Optional.empty());
    private final AuditTrail trail;
    private final Events events;

    /** The senders are given new events in the transaction that makes them known. */
    ChangesFeature(Foundations foundations, List<Subscriber> subscribers, Consumer<List<Event>> senders) {
        this.foundations = foundations;
        var eventTable = new EventTable(foundations.database());
        changes = new ChangeTable(foundations.database());
        relay = new ChangeRelay(changes, foundations.transactions(), new Publication(eventTable, senders), subscribers);
        trail = new AuditTrail(new AuditTable(foundations.database()), foundations.meters());
        events = new Events(eventTable);
        Gauge.builder("mdl.outbox.oldest", oldest, this::age)
                .description("Age of the oldest change that has no place yet or that somebody was not told of")
                .baseUnit("seconds")
                .register(foundations.meters());
    }

    List<Operations> operations() {
        return List.of(new EventOperations(events), new AuditOperations(trail));
    }

    List<Job> jobs() {
        return List.of(
                new Job("changes", GATHER, () -> foundations.changesBell().await(LOOK), relay::run),
                new Job("outbox-age", MEASURE, () -> oldest.set(changes.oldestUnfinished())),
                new Job("audit-verification", Duration.ofDays(1), trail::verify));
    }

    /** In seconds; it goes on growing when nothing can be found out any more. */
    private double age(AtomicReference<Optional<Instant>> since) {
        return since.get()
                .map(made ->
                        Duration.between(made, foundations.clock().instant()).toMillis() / 1_000.0)
                .orElse(0.0);
    }
}
