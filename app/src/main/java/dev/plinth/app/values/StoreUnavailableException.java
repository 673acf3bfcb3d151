package dev.plinth.app.values;

/** The store cannot be reached or is too busy; the same call may succeed a little later. */
public final class StoreUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StoreUnavailableException(Throwable cause) {
        super("The store of metrics cannot be reached.", cause);
    }
}
