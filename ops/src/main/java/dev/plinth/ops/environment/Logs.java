package dev.plinth.ops.environment;

import dev.plinth.ops.Failure;
import dev.plinth.ops.console.Console;
import dev.plinth.ops.house.House;
import dev.plinth.ops.process.Interruption;
import dev.plinth.ops.sandbox.SandboxStatus;
import dev.plinth.ops.sandbox.Sandboxes;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Shows what the processes of a sandboxed environment say. */
public final class Logs {
    /** The name under which the daemon's own log is found. */
    private static final String DAEMON = "sandbox";

    private static final Duration POLL = Duration.ofMillis(200);
    private static final long BYTES_MAX = 4L << 20;

    private final House house;
    private final Sandboxes sandboxes;
    private final Console console;
    private final Interruption interruption;

    public Logs(House house, Sandboxes sandboxes, Console console, Interruption interruption) {
        this.house = house;
        this.sandboxes = sandboxes;
        this.console = console;
        this.interruption = interruption;
    }

    /** Prints the last lines of one process, or of all; following ends with Ctrl-C. */
    public void run(String stack, Optional<String> process, int lines, boolean follow) {
        var chosen = choose(files(stack), process, stack);
        chosen.forEach((name, file) -> {
            if (chosen.size() > 1) {
                console.out().line("==> %s <==".formatted(name));
            }
            console.out().lines(lastLines(file, lines));
        });
        if (follow) {
            follow(chosen);
        }
    }

    private Map<String, Path> files(String stack) {
        var sandbox = sandboxes.of(house.stack(stack));
        var files = new LinkedHashMap<String, Path>();
        sandbox.status().map(SandboxStatus::processes).orElse(List.of()).stream()
                .filter(process -> !process.logFile().isBlank())
                .forEach(process -> files.put(process.name(), Path.of(process.logFile())));
        if (Files.exists(sandbox.log())) {
            files.put(DAEMON, sandbox.log());
        }
        return files;
    }

    private static Map<String, Path> choose(Map<String, Path> files, Optional<String> process, String stack) {
        if (files.isEmpty()) {
            throw Failure.failed(
                    "nothing of %s runs, so there are no logs".formatted(stack), "start it with: plinth up " + stack);
        }
        if (process.isEmpty()) {
            return files;
        }
        var name = process.get();
        var matching = new LinkedHashMap<>(files);
        matching.keySet().removeIf(known -> files.containsKey(name) ? !known.equals(name) : !known.startsWith(name));
        if (matching.isEmpty()) {
            throw Failure.usage(
                    "there is no process \"%s\"".formatted(name),
                    "expected one of: " + String.join(", ", files.keySet()));
        }
        return matching;
    }

    private static List<String> lastLines(Path file, int count) {
        try {
            var lines = read(file, 0).text().lines().toList();
            return lines.subList(Math.max(0, lines.size() - count), lines.size());
        } catch (IOException e) {
            throw Failure.failed("the log %s cannot be read: %s".formatted(file, e.getMessage()));
        }
    }

    private void follow(Map<String, Path> files) {
        var seen = new LinkedHashMap<String, Long>();
        files.forEach((name, file) -> seen.put(name, file.toFile().length()));
        try {
            while (true) {
                for (var entry : files.entrySet()) {
                    var added = read(entry.getValue(), seen.getOrDefault(entry.getKey(), 0L));
                    seen.put(entry.getKey(), added.end());
                    added.text()
                            .lines()
                            .forEach(line -> console.out()
                                    .line(files.size() > 1 ? "%s: %s".formatted(entry.getKey(), line) : line));
                }
                interruption.pause(POLL);
            }
        } catch (IOException e) {
            throw Failure.failed("a log cannot be read: " + e.getMessage());
        }
    }

    /** A part of a log, and where it ends in the file. */
    private record Part(String text, long end) {}

    /** The log from a place on, but not from further back than its last megabytes: some grow for weeks. */
    private static Part read(Path path, long from) throws IOException {
        try (var file = new RandomAccessFile(path.toFile(), "r")) {
            var end = file.length();
            var start = Math.max(Math.min(from, end), end - BYTES_MAX);
            var bytes = new byte[(int) (end - start)];
            file.seek(start);
            file.readFully(bytes);
            return new Part(new String(bytes, StandardCharsets.UTF_8), end);
        }
    }
}
