package dev.plinth.ops.command;

import dev.plinth.ops.environment.Selection;
import picocli.CommandLine.Parameters;

/** The stack that a command is about. */
final class StackParameter {
    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "STACK",
            defaultValue = Selection.DEFAULT_STACK,
            description = "the environment: one of the files Pulumi.STACK.yaml (default: ${DEFAULT-VALUE})")
    private String stack = Selection.DEFAULT_STACK;

    String stack() {
        return stack;
    }
}
