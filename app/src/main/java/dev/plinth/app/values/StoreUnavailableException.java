package dev.plinth.app.values;

/** The store cannot be reached or is too busy; the same call may succeed a little later. */
public final class StoreUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean momentary;

    /** {@code momentary} is whether the same call may well succeed at once, by another connection. */
    public StoreUnavailableException(Throwable cause, boolean momentary) {
        super("The store of metrics cannot be reached.", cause);
        this.momentary = momentary;
    }

    public boolean isMomentary() {
        return momentary;
    }
}
