package dev.plinth.app.changes;

/** What wants to know of changes after they were kept, whichever instance of the app made them. */
public interface ChangeListener {
    /** Called at least once for every change, in the order of their sequence; a failure makes it be called again. */
    void changed(RecordedChange change);
}
