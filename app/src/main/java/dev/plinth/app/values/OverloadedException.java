package dev.plinth.app.values;

/** More work came in at once than can be done; the same call may succeed a little later. */
public final class OverloadedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public OverloadedException(Throwable cause) {
        super("Too many callers wait for the store of metrics.", cause);
    }
}
