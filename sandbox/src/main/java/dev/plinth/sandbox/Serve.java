package dev.plinth.sandbox;

import dev.plinth.sandbox.machine.MachineException;
import dev.plinth.sandbox.state.StateException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Serves one state folder in the foreground until it is told to end. */
@Command(
        name = "serve",
        description = "Serves a state folder until it is told to end.",
        mixinStandardHelpOptions = true)
final class Serve implements Callable<Integer> {
    @Option(names = "--state", required = true, paramLabel = "DIR", description = "Where the sandbox keeps its state.")
    private Path state = Path.of("");

    @Option(names = "--build-id", paramLabel = "ID", description = "What daemon.json says about the build.")
    private String buildId = "";

    @Spec
    private CommandSpec command = CommandSpec.create();

    @Override
    public Integer call() {
        var folder = state.toAbsolutePath().normalize();
        try (var single = SingleInstance.of(folder)) {
            if (!single.isOurs()) {
                return tell(
                        ExitCode.ALREADY_RUNNING,
                        "another sandbox serves %s; use it, or shut it down first".formatted(folder));
            }
            DaemonLog.open(folder.resolve("daemon.log"));
            Daemon.run(folder, buildId);
            return ExitCode.OK;
        } catch (IOException | UncheckedIOException | MachineException | StateException e) {
            return tell(ExitCode.FAILED, "the sandbox cannot serve %s: %s".formatted(folder, e.getMessage()));
        }
    }

    private int tell(int code, String message) {
        command.commandLine().getErr().println(message);
        return code;
    }
}
