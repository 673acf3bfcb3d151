package dev.plinth.sandbox.machine;

/** A machine cannot do what was asked; the message is fit for the user and says what to do. */
public final class MachineException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public MachineException(String message) {
        super(message);
    }

    public MachineException(String message, Throwable cause) {
        super(message, cause);
    }
}
