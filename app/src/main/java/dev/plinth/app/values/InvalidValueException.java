package dev.plinth.app.values;

/** A value from outside that breaks a rule of the domain; the message says what was expected, for a person to read. */
public final class InvalidValueException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public InvalidValueException(String message) {
        super(message);
    }
}
