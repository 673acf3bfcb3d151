package dev.plinth.sandbox.control;

/** What becomes of the machine processes when the daemon ends. */
public enum Aftermath {
    /** They run on, and the next daemon finds them. */
    KEEP("keep"),
    /** They are stopped, and everything that the sandbox kept is deleted. */
    STOP("stop");

    private final String label;

    Aftermath(String label) {
        this.label = label;
    }

    /** Its name in the interface. */
    String label() {
        return label;
    }
}
