package dev.plinth.sandbox.resource;

/** A resource cannot be had; the message names it, what is wrong and the cure. */
public final class SandboxException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** A failure of the sandbox's own finding. */
    public SandboxException(String message) {
        super(message);
    }

    /** A failure with a cause that the log keeps. */
    public SandboxException(String message, Throwable cause) {
        super(message, cause);
    }
}
