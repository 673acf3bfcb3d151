package dev.plinth.ops.command;

import dev.plinth.ops.ExitCode;
import dev.plinth.ops.Failure;
import dev.plinth.ops.house.House;
import dev.plinth.ops.process.Programs;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code plinth test}. */
@Command(name = "test", description = "Run every test of the checkout.")
public final class TestCommand implements Runnable {
    /** Two modules at a time: much of the tests' time is waiting for processes. */
    private static final List<String> EVERYTHING = List.of("mvn", "-B", "-ntp", "-T", "2", "verify");
    /** What the drills use of the checkout is built, and of the tests only they are run. */
    private static final List<String> DRILLS =
            List.of("mvn", "-B", "-ntp", "-DskipTests", "-DskipITs", "-Pfaults", "-pl", "checks", "-am", "verify");

    private final House house;
    private final Programs programs;

    @Option(
            names = "--faults",
            description = "instead, kill and break what runs under load, and write docs/FAULTS.md (half an hour)")
    private boolean faults;

    public TestCommand(House house, Programs programs) {
        this.house = house;
        this.programs = programs;
    }

    @Override
    public void run() {
        if (programs.run(faults ? DRILLS : EVERYTHING, house.home()) != 0) {
            throw Failure.reported(ExitCode.FAILED);
        }
    }
}
