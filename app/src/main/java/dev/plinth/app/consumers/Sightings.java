package dev.plinth.app.consumers;

import dev.plinth.app.access.Actor;
import dev.plinth.app.changes.Change;
import dev.plinth.app.changes.ChangeLog;
import dev.plinth.app.changes.ChangeType;
import dev.plinth.app.work.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who was seen reading which metric. Sightings are gathered in memory and kept together now and then, so that a read
 * costs no write; what was not kept yet is lost with the app, and seen again with the next read.
 */
public final class Sightings {
    /** How many are gathered at most; more are let go, and come again. */
    static final int GATHERED_MAX = 10_000;
    /** How many are kept in one transaction. */
    static final int BATCH_MAX = 500;

    private static final Duration REMEMBERED_MAX = Duration.ofDays(90);

    private final Set<Sighting> gathered = ConcurrentHashMap.newKeySet();
    private final SightingStore store;
    private final Transactions transactions;
    private final ChangeLog changes;
    private final Clock clock;

    public Sightings(SightingStore store, Transactions transactions, ChangeLog changes, Clock clock) {
        this.store = store;
        this.transactions = transactions;
        this.changes = changes;
        this.clock = clock;
    }

    /** Takes note without waiting for anything. */
    public void note(Sighting sighting) {
        if (gathered.size() < GATHERED_MAX) {
            gathered.add(sighting);
        }
    }

    /** Keeps all that was gathered, and drops consumers that were not seen for long. */
    public void keep() {
        Instant now = clock.instant();
        List<Sighting> all = new ArrayList<>(gathered);
        for (int begin = 0; begin < all.size(); begin += BATCH_MAX) {
            List<Sighting> batch = all.subList(begin, Math.min(begin + BATCH_MAX, all.size()));
            transactions.within(() -> {
                store.see(batch, now).forEach(this::recordNew);
                return batch;
            });
            // Only now: when the database could not be reached, they are kept the next time.
            batch.forEach(gathered::remove);
        }
        store.forget(now.minus(REMEMBERED_MAX));
    }

    private void recordNew(Consumer consumer) {
        changes.record(
                Actor.APP,
                Change.made(ChangeType.CONSUMER_ADDED, consumer.metric().value(), ConsumerJson.write(consumer)));
    }
}
