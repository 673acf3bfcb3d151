package dev.plinth.app.values;

/** The request is sound, but what is there now stands against it. */
public final class ConflictException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Conflict conflict;

    /** {@code detail} is a sentence that names what stands against it, and what the caller can do. */
    public ConflictException(Conflict conflict, String detail) {
        super(detail);
        this.conflict = conflict;
    }

    public Conflict conflict() {
        return conflict;
    }
}
