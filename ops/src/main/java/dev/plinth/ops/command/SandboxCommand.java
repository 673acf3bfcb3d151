package dev.plinth.ops.command;

import dev.plinth.ops.environment.ShellEnvironment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code plinth sandbox}. */
@Command(name = "sandbox", description = "Work with the sandbox by hand.")
public final class SandboxCommand implements Runnable {
    private final ShellEnvironment environment;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    public SandboxCommand(ShellEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "expected a command: env");
    }

    @Command(
            name = "env",
            description = "Print what a shell has to evaluate so that the stock pulumi works on a sandboxed stack:"
                    + " eval \"$(./plinth sandbox env)\"")
    void env(@Mixin StackParameter stack) {
        environment.run(stack.stack());
    }
}
