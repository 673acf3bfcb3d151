package dev.plinth.ops.command;

import dev.plinth.ops.console.Console;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code plinth completion}. */
@Command(
        name = "completion",
        description = "Print the script that completes this command in bash and zsh: source <(./plinth completion)")
public final class CompletionCommand implements Runnable {
    private final Console console;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    public CompletionCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        console.out().line(AutoComplete.bash("plinth", spec.root().commandLine()));
    }
}
