package dev.plinth.app.changes;

import dev.plinth.app.work.Transactions;
import java.util.ArrayList;
import java.util.List;

/**
 * Gives kept changes their places in the one order, and tells the subscribers of them. Any instance of the app may run
 * it at any time: they take turns.
 */
public final class ChangeRelay {
    private static final int BATCH = 200;

    private final ChangeStore store;
    private final Transactions transactions;
    private final LinkedChanges publication;
    private final List<Subscriber> subscribers;
    private volatile boolean enrolled;

    public ChangeRelay(
            ChangeStore store, Transactions transactions, LinkedChanges publication, List<Subscriber> subscribers) {
        this.store = store;
        this.transactions = transactions;
        this.publication = publication;
        this.subscribers = List.copyOf(subscribers);
    }

    /** Deals with all that waits; a subscriber that fails holds up no other, and is told again the next time. */
    public void run() {
        List<Runnable> steps = new ArrayList<>();
        steps.add(this::enrol);
        steps.add(() -> drain(this::link));
        subscribers.forEach(subscriber -> steps.add(() -> drain(() -> tell(subscriber))));
        List<RuntimeException> failures = new ArrayList<>();
        for (Runnable step : steps) {
            try {
                step.run();
            } catch (RuntimeException failure) {
                failures.add(failure);
            }
        }
        if (!failures.isEmpty()) {
            RuntimeException first = failures.removeFirst();
            failures.forEach(first::addSuppressed);
            throw first;
        }
    }

    /** In a transaction of its own: a subscriber that fails from the start must be seen to be behind. */
    private void enrol() {
        if (!enrolled) {
            store.enrol(subscribers.stream().map(Subscriber::name).toList());
            enrolled = true;
        }
    }

    private void drain(Batch batch) {
        int done = BATCH;
        while (done == BATCH && !Thread.currentThread().isInterrupted()) {
            done = transactions.within(batch::work);
        }
    }

    private int link() {
        store.lockOrder();
        List<WaitingChange> waiting = store.waiting(BATCH);
        if (waiting.isEmpty()) {
            return 0;
        }
        List<LinkedChange> linked = new ArrayList<>();
        Link last = store.lastLink().orElse(Chain.START);
        for (WaitingChange change : waiting) {
            last = Chain.next(last, change.kept().id(), change.sealed());
            linked.add(new LinkedChange(last, change.kept()));
        }
        store.add(linked.stream().map(LinkedChange::link).toList());
        publication.linked(linked);
        return waiting.size();
    }

    private int tell(Subscriber subscriber) {
        long position = store.lockPosition(subscriber.name());
        List<RecordedChange> news = store.after(position, BATCH);
        for (RecordedChange change : news) {
            subscriber.listener().changed(change);
        }
        if (!news.isEmpty()) {
            store.movePosition(subscriber.name(), news.getLast().sequence());
        }
        return news.size();
    }

    /** A part of the work, in one transaction. */
    private interface Batch {
        /** How many were dealt with. */
        int work();
    }
}
