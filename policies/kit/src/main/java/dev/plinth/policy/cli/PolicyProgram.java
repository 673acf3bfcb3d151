package dev.plinth.policy.cli;

import dev.plinth.policy.PolicyPackException;
import dev.plinth.policy.plan.UnreadablePlanException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The main program for packs without an engine. */
@Command(
        name = "plinth-policy",
        description = "Judges plans by the policy packs of this program, and tells of their rules.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = HelpCommand.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:nothing is wrong",
            "1:a mandatory rule is violated, or a page is not what the rules say",
            "2:the command line, the plan or a configuration is not what it has to be"
        })
public final class PolicyProgram implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    private PolicyProgram() {}

    /** Runs with the packs on the class path. */
    public static void main(String[] arguments) {
        var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(arguments, out, err));
    }

    private static int run(String[] arguments, PrintWriter out, PrintWriter err) {
        try {
            return commandLine(Packs.onClassPath(), out, err).execute(arguments);
        } catch (InputException | PolicyPackException | LinkageError reason) {
            err.println("plinth-policy: the packs cannot be used: " + message(reason));
            return ExitCode.UNUSABLE;
        }
    }

    /** The command line over these packs; its result is the exit code. */
    static CommandLine commandLine(Packs packs, PrintWriter out, PrintWriter err) {
        return new CommandLine(new PolicyProgram())
                .addSubcommand(new CheckCommand(packs, out))
                .addSubcommand(new ListCommand(packs, out))
                .addSubcommand(new ExplainCommand(packs, out))
                .addSubcommand(new DocsCommand(packs, out))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(out)
                .setErr(err)
                .setParameterExceptionHandler((e, given) -> refuse(e, err))
                .setExecutionExceptionHandler((e, command, result) -> refuse(e, err));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "expected a command");
    }

    private static int refuse(ParameterException e, PrintWriter err) {
        tell(e.getMessage(), err);
        if (!UnmatchedArgumentException.printSuggestions(e, err)) {
            tell(
                    "%s --help tells what there is"
                            .formatted(e.getCommandLine().getCommandSpec().qualifiedName()),
                    err);
        }
        return ExitCode.UNUSABLE;
    }

    private static int refuse(Exception e, PrintWriter err) {
        boolean expected =
                e instanceof InputException || e instanceof UnreadablePlanException || e instanceof PolicyPackException;
        tell(expected ? e.getMessage() : "unexpected: " + e, err);
        return ExitCode.UNUSABLE;
    }

    private static void tell(@Nullable String message, PrintWriter err) {
        err.println("plinth-policy: " + String.valueOf(message).strip().replace("\n", "\n  "));
        err.flush();
    }

    private static String message(Throwable reason) {
        // Rules keep their properties in constants, so a mistyped name fails a class's initialization.
        Throwable cause =
                reason instanceof ExceptionInInitializerError && reason.getCause() != null ? reason.getCause() : reason;
        return String.valueOf(cause.getMessage());
    }
}
