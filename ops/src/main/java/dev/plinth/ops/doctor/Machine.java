package dev.plinth.ops.doctor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What can be asked of this machine: which programs are on PATH, and what they answer. */
public record Machine(Map<String, String> environment) {
    /** The program that PATH leads to. */
    Optional<Path> find(String program) {
        return List.of(environment.getOrDefault("PATH", "").split(":")).stream()
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** The first line that a program prints; nothing if it fails. */
    Optional<String> ask(String... command) {
        try {
            var builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().put("PULUMI_SKIP_UPDATE_CHECK", "true");
            var process = builder.start();
            var answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0 ? answer.lines().findFirst() : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
