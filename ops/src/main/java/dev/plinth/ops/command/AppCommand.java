package dev.plinth.ops.command;

import dev.plinth.ops.Failure;
import dev.plinth.ops.house.House;
import dev.plinth.ops.process.Programs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code plinth app}. */
@Command(name = "app", description = "Run the API alone, on an embedded PostgreSQL and Redis, until Ctrl-C.")
public final class AppCommand implements Runnable {
    private static final String CLASS_PATH = "app/target/app.jar:app/target/libs/*:app/target/local-libs/*";
    private static final String MAIN = "dev.plinth.app.local.LocalRun";

    private final House house;
    private final Path java;
    private final Programs programs;

    public AppCommand(House house, Path java, Programs programs) {
        this.house = house;
        this.java = java;
        this.programs = programs;
    }

    @Override
    public void run() {
        var jar = house.home().resolve("app/target/app.jar");
        if (!Files.exists(jar)) {
            throw Failure.missing(
                    "the API is not built: there is no " + jar, "start this command by the script plinth");
        }
        var memory = new StartMemory(house.home().resolve("app/target"), Runtime.version());
        if (memory.isMissing()) {
            start(memory.toLearn(), List.of("rehearse"));
        }
        start(memory.toUse(), List.of());
    }

    private void start(List<String> options, List<String> arguments) {
        var command = new ArrayList<String>();
        command.add(java.toString());
        // It lives for minutes: what the second compiler would win is less than what it costs at the start.
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.addAll(options);
        command.addAll(List.of("-cp", CLASS_PATH, MAIN));
        command.addAll(arguments);
        var exitCode = programs.run(List.copyOf(command), house.home());
        if (exitCode != 0) {
            throw Failure.failed("the API ended with code %d".formatted(exitCode));
        }
    }
}
