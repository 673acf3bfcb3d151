package dev.plinth.app;

/** What the process tells its parent when it ends by itself. */
enum ExitCode {
    /** It was told to stop and has drained, or has done what its command says. */
    DONE(0),
    /** A fault of the program. */
    FAILED(1),
    /** An environment variable is missing or wrong. */
    CONFIGURATION(2),
    /** Something that it needs at start is not there: the database, a port. */
    CANNOT_START(3);

    private final int value;

    ExitCode(int value) {
        this.value = value;
    }

    int value() {
        return value;
    }
}
