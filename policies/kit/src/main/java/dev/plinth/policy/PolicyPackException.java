package dev.plinth.policy;

/** A pack that cannot start, because of how it is written; the message says where and what to write instead. */
public final class PolicyPackException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public PolicyPackException(String message) {
        super(message);
    }
}
