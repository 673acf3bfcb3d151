package dev.plinth.app.values;

/** There is nothing of this kind and name, or nothing that the caller may see. */
public final class NotFoundException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** {@code kind} is the noun that a person would use, such as {@code metric}. */
    public NotFoundException(String kind, String name) {
        super("There is no %s '%s'.".formatted(kind, name));
    }
}
