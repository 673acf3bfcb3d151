package dev.plinth.app.changes;

import dev.plinth.app.access.Actor;
import dev.plinth.app.jobs.Bell;
import dev.plinth.app.work.Transactions;

/** Keeps changes in the store, and rings when they are kept for good. */
public final class ChangeRecorder implements ChangeLog {
    private final ChangeStore store;
    private final Transactions transactions;
    private final Bell bell;

    public ChangeRecorder(ChangeStore store, Transactions transactions, Bell bell) {
        this.store = store;
        this.transactions = transactions;
        this.bell = bell;
    }

    @Override
    public void record(Actor actor, Change change) {
        transactions.within(() -> {
            store.append(Origin.of(actor), change);
            transactions.afterwards(bell::ring);
            return change;
        });
    }
}
