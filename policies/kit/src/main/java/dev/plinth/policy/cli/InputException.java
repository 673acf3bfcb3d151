package dev.plinth.policy.cli;

/** What was asked for cannot be, in words for the person who asked. */
final class InputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InputException(String message) {
        super(message);
    }
}
