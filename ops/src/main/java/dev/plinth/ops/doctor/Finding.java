package dev.plinth.ops.doctor;

/** One thing that was looked at: what was found, whether that will do, and if not what to do. */
public record Finding(String name, State state, String found, String cure) {
    /** Whether what was found will do. */
    public enum State {
        /** It will do. */
        OK,
        /** It is not there or too old. */
        MISSING,
        /** It is told for information only. */
        INFO
    }

    static Finding ok(String name, String found) {
        return new Finding(name, State.OK, found, "");
    }

    static Finding missing(String name, String found, String cure) {
        return new Finding(name, State.MISSING, found, cure);
    }

    static Finding info(String name, String found) {
        return new Finding(name, State.INFO, found, "");
    }
}
