package dev.plinth.sandbox;

/** What the process's exit codes mean. */
final class ExitCode {
    /** All went well. */
    static final int OK = 0;

    /** The daemon could not start; the message says why. */
    static final int FAILED = 1;

    /** Another daemon serves this state folder. */
    static final int ALREADY_RUNNING = 3;

    private ExitCode() {}
}
