package dev.plinth.app.changes;

import dev.plinth.app.access.Actor;

/** Keeps every change for the audit trail and for those who listen to events. */
public interface ChangeLog {
    /** Must be called in the transaction that makes the change, so that neither is kept without the other. */
    void record(Actor actor, Change change);
}
