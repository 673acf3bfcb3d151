package dev.plinth.ops.command;

import dev.plinth.ops.environment.Logs;
import dev.plinth.ops.environment.Selection;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code plinth logs}. */
@Command(name = "logs", description = "Show what the processes of a sandboxed environment say.")
public final class LogsCommand implements Runnable {
    private final Logs logs;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "PROCESS",
            description =
                    "a process by its name in `plinth status`, or the start of it; sandbox is the daemon (default: all)")
    private Optional<String> process = Optional.empty();

    @Option(names = "--stack", paramLabel = "STACK", description = "the environment (default: ${DEFAULT-VALUE})")
    private String stack = Selection.DEFAULT_STACK;

    @Option(names = "--lines", paramLabel = "N", description = "how many last lines (default: ${DEFAULT-VALUE})")
    private int lines = 20;

    @Option(names = "--follow", description = "go on showing new lines until Ctrl-C")
    private boolean follow;

    public LogsCommand(Logs logs) {
        this.logs = logs;
    }

    @Override
    public void run() {
        logs.run(stack, process, lines, follow);
    }
}
