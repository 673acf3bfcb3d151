package dev.plinth.policy;

/** A resource has a value of another type than its SDK declares; the message never holds the value. */
public final class PropertyTypeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PropertyTypeException(String property, String expected) {
        super("%s is not %s".formatted(property, expected));
    }
}
