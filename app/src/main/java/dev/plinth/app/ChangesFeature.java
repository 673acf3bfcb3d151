package dev.plinth.app;

import dev.plinth.app.changes.ChangeRelay;
import dev.plinth.app.changes.Subscriber;
import dev.plinth.app.events.Publication;
import dev.plinth.app.jobs.Job;
import dev.plinth.app.postgres.changes.ChangeTable;
import dev.plinth.app.postgres.changes.EventTable;
import java.time.Duration;
import java.util.List;

/** Changes after they were kept: their order, the events, and who is told. */
final class ChangesFeature {
    // What another instance of the app left behind when it ended; its own changes an instance hears of at once.
    private static final Duration LOOK = Duration.ofSeconds(1);

    /** Changes that come together are dealt with together. */
    private static final Duration GATHER = Duration.ofMillis(5);

    private final Foundations foundations;
    private final ChangeRelay relay;

    ChangesFeature(Foundations foundations, List<Subscriber> subscribers) {
        this.foundations = foundations;
        var publication = new Publication(new EventTable(foundations.database()), events -> {});
        relay = new ChangeRelay(
                new ChangeTable(foundations.database()), foundations.transactions(), publication, subscribers);
    }

    List<Job> jobs() {
        return List.of(new Job("changes", GATHER, () -> {
            foundations.changesBell().await(LOOK);
            relay.run();
        }));
    }
}
