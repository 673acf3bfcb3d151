package dev.plinth.ops.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code plinth} itself, which does nothing without a command. */
@Command(
        name = "plinth",
        description = "Brings environments up, shows them and takes them down.",
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:everything that was asked for is done",
            "1:the work failed; what was done is saved",
            "2:the command line or the configuration asks for something that cannot be",
            "3:a mandatory policy is violated",
            "4:a program that is needed is missing",
            "130:interrupted; what was done is saved"
        })
public final class PlinthCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "expected a command");
    }
}
