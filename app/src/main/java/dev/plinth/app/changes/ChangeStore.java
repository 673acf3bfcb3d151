package dev.plinth.app.changes;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where changes are kept, and their order. All is called in a transaction. */
public interface ChangeStore {
    /** Keeps a change, and that it has no place in the order yet. */
    void append(Origin origin, Change change);

    /** Waits until nobody else gives places in the order; the end of the transaction lets the next one go on. */
    void lockOrder();

    /** The changes without a place, the oldest first. */
    List<WaitingChange> waiting(int limit);

    Optional<Link> lastLink();

    /** Gives changes their places; they wait no more. */
    void add(List<Link> links);

    /** When the oldest change was made that has no place, or that a subscriber has not dealt with. */
    Optional<Instant> oldestUnfinished();

    /** Remembers who must be told of every change, from the first one on. */
    void enrol(List<String> subscribers);

    /** The last change that the subscriber has dealt with; no other instance gets it until the transaction ends. */
    long lockPosition(String subscriber);

    void movePosition(String subscriber, long sequence);

    List<RecordedChange> after(long sequence, int limit);
}
