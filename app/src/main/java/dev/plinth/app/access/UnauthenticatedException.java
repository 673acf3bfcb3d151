package dev.plinth.app.access;

/** The caller did not prove who they are; the message says what was wrong without repeating the credentials. */
public final class UnauthenticatedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnauthenticatedException(String detail) {
        super(detail);
    }
}
