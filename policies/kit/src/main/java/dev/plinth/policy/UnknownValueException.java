package dev.plinth.policy;

/** A rule read a value that only the deployment will tell, so it has to wait. */
public final class UnknownValueException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnknownValueException(String property) {
        super(property + " is not known before the deployment");
    }
}
