package dev.plinth.app.changes;

import java.util.List;

/** What takes part when changes get their places in the order. */
public interface LinkedChanges {
    /** Called once for every change, in the order, in the transaction that gives the places. */
    void linked(List<LinkedChange> changes);
}
