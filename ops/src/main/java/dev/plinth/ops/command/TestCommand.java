package dev.plinth.ops.command;

import dev.plinth.ops.ExitCode;
import dev.plinth.ops.Failure;
import dev.plinth.ops.house.House;
import dev.plinth.ops.process.Programs;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code plinth test}. */
@Command(name = "test", description = "Run every test of the checkout.")
public final class TestCommand implements Runnable {
    private final House house;
    private final Programs programs;

    public TestCommand(House house, Programs programs) {
        this.house = house;
        this.programs = programs;
    }

    @Override
    public void run() {
        if (programs.run(List.of("mvn", "-B", "-ntp", "verify"), house.home()) != 0) {
            throw Failure.reported(ExitCode.FAILED);
        }
    }
}
