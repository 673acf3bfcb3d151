package dev.plinth.ops;

import dev.plinth.ops.console.Colour;
import dev.plinth.ops.console.Console;
import dev.plinth.ops.process.Interruption;
import dev.plinth.ops.sandbox.SandboxUnavailable;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns whatever went wrong into words and an exit code; a stack trace goes to a file, never to a person. */
final class Errors {
    private final Console console;
    private final Path state;
    private final Interruption interruption;

    Errors(Console console, Path state, Interruption interruption) {
        this.console = console;
        this.state = state;
        this.interruption = interruption;
    }

    /** A command line that picocli cannot read. */
    int ofArguments(ParameterException e, String[] arguments) {
        line(String.valueOf(e.getMessage()));
        if (!UnmatchedArgumentException.printSuggestions(e, console.err().writer())) {
            var name = e.getCommandLine().getCommandSpec().qualifiedName();
            console.err().line("  " + name + " --help tells what there is");
        }
        console.err().writer().flush();
        return ExitCode.USAGE.number();
    }

    /** Anything that a command threw. */
    int tell(Exception e) {
        if (e instanceof Failure failure) {
            return tell(failure);
        } else if (e instanceof SandboxUnavailable unavailable) {
            return tell(unavailable.reason());
        }
        if (interruption.isRequested()) {
            return tell(Failure.interrupted());
        }
        var reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return tell(Failure.failed("unexpected: " + reason, traceFile(e)));
    }

    int tell(Failure failure) {
        // An empty message: the report of the run has told it already.
        if (!String.valueOf(failure.getMessage()).isEmpty()) {
            line(String.valueOf(failure.getMessage()));
            failure.details().stream()
                    .flatMap(String::lines)
                    .map(line -> "  " + line)
                    .forEach(console.err()::line);
        }
        return failure.exitCode().number();
    }

    private void line(String message) {
        var err = console.err();
        err.line("plinth: " + err.paint(Colour.RED, message));
    }

    private String traceFile(Exception e) {
        var trace = new StringWriter();
        e.printStackTrace(new PrintWriter(trace));
        try {
            Files.createDirectories(state);
            return "the details, for a bug report: " + Files.writeString(state.resolve("error.log"), trace.toString());
        } catch (IOException unwritable) {
            return "its details could not be written to " + state;
        }
    }
}
