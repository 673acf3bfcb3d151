package dev.plinth.app.values;

/** The caller is known, and may not do this. */
public final class ForbiddenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** {@code detail} is a sentence that tells what is missing. */
    public ForbiddenException(String detail) {
        super(detail);
    }
}
