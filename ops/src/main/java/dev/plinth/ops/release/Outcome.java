package dev.plinth.ops.release;

import java.util.Locale;

/** How a release stands, or how it ended. */
public enum Outcome {
    /** Somebody is at it, or its plinth has died. */
    RUNNING,
    /** The new version is live. */
    SUCCEEDED,
    /** A step failed, and the old version serves as before. */
    FAILED,
    /** A person stopped it, and the old version serves as before. */
    ABORTED,
    /** It had succeeded, and was taken back later. */
    ROLLED_BACK,
    /** A step failed, and so did the way back. */
    STUCK;

    public static Outcome parse(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    public boolean isOpen() {
        return this == RUNNING || this == STUCK;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
