package dev.plinth.app.crypto;

/** A sealed value that does not open: its key is not among those given, or it was tampered with. */
public final class UnreadableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreadableException(String message) {
        super(message);
    }

    UnreadableException(String message, Throwable cause) {
        super(message, cause);
    }
}
