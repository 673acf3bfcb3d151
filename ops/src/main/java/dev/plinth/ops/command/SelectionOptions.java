package dev.plinth.ops.command;

import dev.plinth.ops.environment.Selection;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The stack that a command is about, and whether it runs on this machine. */
final class SelectionOptions {
    @Mixin
    private final StackParameter stack = new StackParameter();

    @Option(
            names = "--sandbox",
            description = "run the stack on this machine, in the sandbox (the stack local always does)")
    private boolean sandbox;

    Selection selection() {
        return new Selection(stack.stack(), sandbox);
    }
}
