package dev.plinth.app.values;

/** Somebody else has changed the thing since the client read it. */
public final class StaleRevisionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StaleRevisionException(long current) {
        super("It is at revision %d by now: read it again, and repeat your change on top.".formatted(current));
    }
}
