package dev.plinth.ops;

import java.util.List;

/** Why a command cannot do what was asked, in words for the person who asked. */
public final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ExitCode exitCode;
    private final transient List<String> details;

    private Failure(ExitCode exitCode, String message, List<String> details) {
        super(message);
        this.exitCode = exitCode;
        this.details = List.copyOf(details);
    }

    /** The work failed; the details say where, why and what to do. */
    public static Failure failed(String message, String... details) {
        return new Failure(ExitCode.FAILED, message, List.of(details));
    }

    /** The command line or a file asks for something impossible. */
    public static Failure usage(String message, String... details) {
        return new Failure(ExitCode.USAGE, message, List.of(details));
    }

    /** A program that is needed is not there. */
    public static Failure missing(String message, String... details) {
        return new Failure(ExitCode.MISSING_PREREQUISITE, message, List.of(details));
    }

    /** A person or the system stopped the work. */
    public static Failure interrupted() {
        return new Failure(
                ExitCode.INTERRUPTED,
                "interrupted",
                List.of("What was done is saved; the same command goes on from there."));
    }

    /** The work ended in another way than success, as its own report has told already. */
    public static Failure reported(ExitCode exitCode) {
        return new Failure(exitCode, "", List.of());
    }

    /** The exit code of the command. */
    public ExitCode exitCode() {
        return exitCode;
    }

    /** Further lines: place, expected, found, cure. */
    public List<String> details() {
        return details;
    }
}
