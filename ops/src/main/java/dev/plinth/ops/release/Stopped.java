package dev.plinth.ops.release;

/** A person asked for the end of a release from another terminal. */
final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Stopped() {
        super("stopped from another terminal");
    }
}
