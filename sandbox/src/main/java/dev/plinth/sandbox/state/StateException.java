package dev.plinth.sandbox.state;

/** The state on disk cannot be read or written. */
public final class StateException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Names the file and the cure. */
    public StateException(String message, Throwable cause) {
        super(message, cause);
    }
}
