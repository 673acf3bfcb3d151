package dev.plinth.policy.cli;

/** How the program ends; scripts may rely on the numbers. */
final class ExitCode {
    /** Nothing is wrong. */
    static final int OK = 0;
    /** A mandatory rule is violated, or a page is not what the rules say. */
    static final int VIOLATED = 1;
    /** Nothing was judged: the command line, the plan or a configuration is not what it has to be. */
    static final int UNUSABLE = 2;

    private ExitCode() {}
}
