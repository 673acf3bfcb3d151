package dev.plinth.ops;

/** How the {@code plinth} command ends; scripts may rely on the numbers. */
public enum ExitCode {
    /** Everything that was asked for is done. */
    OK(0),
    /** The work itself failed; what was done is saved. */
    FAILED(1),
    /** The command line or the configuration asks for something that cannot be; nothing was touched. */
    USAGE(2),
    /** A mandatory policy is violated. */
    POLICY_VIOLATION(3),
    /** A program that this command needs is missing. */
    MISSING_PREREQUISITE(4),
    /** Stopped by Ctrl-C or a signal; what was done is saved. */
    INTERRUPTED(130);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    /** The number that the process ends with. */
    public int number() {
        return number;
    }
}
