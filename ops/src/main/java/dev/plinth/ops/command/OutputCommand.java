package dev.plinth.ops.command;

import dev.plinth.ops.environment.ClearOutput;
import dev.plinth.ops.environment.Selection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code plinth output}. */
@Command(name = "output", description = "Print one output of an environment and nothing else; a secret in clear text.")
public final class OutputCommand implements Runnable {
    private final ClearOutput output;

    @Parameters(index = "0", paramLabel = "NAME", description = "an output by its name in `plinth status`")
    private String name = "";

    @Option(names = "--stack", paramLabel = "STACK", description = "the environment (default: ${DEFAULT-VALUE})")
    private String stack = Selection.DEFAULT_STACK;

    @Option(names = "--sandbox", description = "the stack that runs on this machine (the stack local always does)")
    private boolean sandbox;

    public OutputCommand(ClearOutput output) {
        this.output = output;
    }

    @Override
    public void run() {
        output.run(new Selection(stack, sandbox), name);
    }
}
