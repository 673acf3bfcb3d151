package dev.plinth.ops.environment;

/** Which stack a command is about, and against what it runs. */
public record Selection(String stack, boolean sandbox) {
    /** The stack that is meant when none is named. */
    public static final String DEFAULT_STACK = "local";

    /** Tells whether it runs on this machine; the default stack always does. */
    public boolean sandboxed() {
        return sandbox || stack.equals(DEFAULT_STACK);
    }
}
