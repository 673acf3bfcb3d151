package dev.plinth.ops.lint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.plinth.ops.ExitCode;
import dev.plinth.ops.Failure;
import dev.plinth.ops.console.Json;
import dev.plinth.ops.house.House;
import dev.plinth.ops.process.Answers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The checkers, installed by {@code tools/checkers} when they are not there yet. */
final class Toolbox {
    /** With this code, and with 0, a checker has done its work: 1 means that it found something. */
    private static final int FOUND = 1;

    private final Answers answers;
    private final Path folder;

    private Toolbox(Answers answers, Path folder) {
        this.answers = answers;
        this.folder = folder;
    }

    static Toolbox open(House house, Answers answers) {
        var script = house.home().resolve("tools/checkers").toString();
        var installed = answers.ask(List.of(script, house.cache().toString()), house.home());
        if (installed.exitCode() != 0) {
            // The script has said what is missing and how to get it.
            throw Failure.reported(ExitCode.MISSING_PREREQUISITE);
        }
        return new Toolbox(answers, Path.of(installed.output().strip()));
    }

    /** A file of the toolbox. */
    Path file(String name) {
        return folder.resolve(name);
    }

    /** Runs a checker, which prints JSON. */
    JsonNode check(Path where, String checker, List<String> arguments) {
        var command = new ArrayList<>(List.of(file(checker).toString()));
        command.addAll(arguments);
        var answer = answers.ask(command, where);
        try {
            if (answer.exitCode() == 0 || answer.exitCode() == FOUND) {
                return Json.mapper().readTree(answer.output());
            }
            throw Failure.failed("%s ended with code %d".formatted(checker, answer.exitCode()), answer.output());
        } catch (JsonProcessingException e) {
            throw Failure.failed("%s printed no JSON".formatted(checker), answer.output());
        }
    }
}
