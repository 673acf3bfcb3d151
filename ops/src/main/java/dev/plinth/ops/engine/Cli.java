package dev.plinth.ops.engine;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Runs the Pulumi CLI. */
public interface Cli {
    /** Runs a command to its end, with its output kept. */
    Result run(Call call);

    /** Runs an operation of the engine to its end; its events are heard while it runs, its output goes to the log file. */
    Result run(Call call, Operating operating);

    /** A command line: arguments, folder, and variables beside those of this process. */
    record Call(List<String> arguments, Path folder, Map<String, String> environment) {
        public Call {
            arguments = List.copyOf(arguments);
            environment = Map.copyOf(environment);
        }
    }

    /** Who hears the events, the file that they pass through, and the file that gets all that the CLI prints. */
    record Operating(Consumer<EngineEvent> listener, Path events, Path log) {}

    /** How a command ended. */
    record Result(int exitCode, String output, String errors) {}
}
