package dev.plinth.ops.sandbox;

import dev.plinth.ops.Failure;

/** No daemon can be brought to serve a sandbox, for the reason that is the cause. */
public final class SandboxUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Failure reason;

    public SandboxUnavailable(Failure reason) {
        super(reason.getMessage(), reason);
        this.reason = reason;
    }

    /** Why, in words for the person who asked. */
    public Failure reason() {
        return reason;
    }
}
