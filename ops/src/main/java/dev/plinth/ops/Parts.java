package dev.plinth.ops;

import dev.plinth.ops.bootstrap.Aws;
import dev.plinth.ops.cloud.Clouds;
import dev.plinth.ops.console.Console;
import dev.plinth.ops.doctor.Machine;
import dev.plinth.ops.engine.Cli;
import dev.plinth.ops.house.House;
import dev.plinth.ops.process.Answers;
import dev.plinth.ops.process.Interruption;
import dev.plinth.ops.process.Programs;
import dev.plinth.ops.sandbox.Sandboxes;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;

/** What this command reaches of the world outside; tests give it others. */
record Parts(House house, Console console, World world, InstantSource clock, Aws.Regions aws, Clouds clouds) {
    /** The programs that this command runs, and the machine that it runs on. */
    record World(
            Cli cli,
            Sandboxes sandboxes,
            Programs programs,
            Answers answers,
            Interruption interruption,
            Path jdk,
            Map<String, String> environment) {
        Machine machine() {
            return new Machine(environment);
        }

        Path java() {
            return jdk.resolve("bin/java");
        }
    }
}
