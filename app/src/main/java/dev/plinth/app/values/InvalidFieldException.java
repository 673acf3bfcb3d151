package dev.plinth.app.values;

/** A value of the request that is well formed, and wrong against what the library knows: it names what is not there. */
public final class InvalidFieldException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String pointer;

    /** {@code pointer} is the JSON pointer of the field; {@code message} tells what was expected, without a subject. */
    public InvalidFieldException(String pointer, String message) {
        super(message);
        this.pointer = pointer;
    }

    public String pointer() {
        return pointer;
    }
}
