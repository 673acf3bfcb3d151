package dev.plinth.ops.command;

import dev.plinth.ops.environment.Selection;
import picocli.CommandLine.Option;

/** The stack that a command is about, where something else is its argument. */
final class StackOptions {
    @Option(names = "--stack", paramLabel = "STACK", description = "the environment (default: ${DEFAULT-VALUE})")
    private String stack = Selection.DEFAULT_STACK;

    @Option(names = "--sandbox", description = "the stack that runs on this machine (the stack local always does)")
    private boolean sandbox;

    Selection selection() {
        return new Selection(stack, sandbox);
    }
}
