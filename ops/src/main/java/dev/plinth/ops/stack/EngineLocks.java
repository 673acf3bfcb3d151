package dev.plinth.ops.stack;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plinth.ops.Failure;
import dev.plinth.ops.process.Liveness;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/** The lock files of Pulumi's file backend: those of dead engines are removed, those of living ones are respected. */
public final class EngineLocks {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    /** A process that started later than its lock says is another one with the same number. */
    private static final Duration CLOCK_SLACK = Duration.ofSeconds(2);

    private static final Path KERNEL_HOST_NAME = Path.of("/proc/sys/kernel/hostname");

    private final Path folder;

    public EngineLocks(Path backend) {
        this.folder = backend.resolve(".pulumi/locks");
    }

    /** Removes what dead engines left, and tells whether there was any; fails when an engine is at work. */
    public boolean clear() {
        var stale = false;
        for (var file : files()) {
            var owner = owner(file);
            if (owner.isAlive()) {
                throw Failure.failed(
                        "another run is at work: " + owner, "wait until it ends, or stop it; its lock is " + file);
            }
            delete(file);
            stale = true;
        }
        return stale;
    }

    /** An engine that is at work, in words. */
    public Optional<String> atWork() {
        return files().stream()
                .map(EngineLocks::owner)
                .filter(Owner::isAlive)
                .map(Owner::toString)
                .findFirst();
    }

    private List<Path> files() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(".json"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Owner owner(Path file) {
        try {
            var lock = MAPPER.readTree(Files.readString(file));
            return new Owner(
                    lock.path("pid").asLong(),
                    lock.path("hostname").asText(),
                    Instant.parse(lock.path("timestamp").asText()));
        } catch (IOException | DateTimeParseException e) {
            // Half written by an engine that was killed while it wrote.
            return new Owner(0, hostName(), Instant.EPOCH);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
            Files.deleteIfExists(file.resolveSibling(file.getFileName() + ".attrs"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hostName() {
        try {
            return Files.readString(KERNEL_HOST_NAME).strip();
        } catch (IOException e) {
            return System.getenv().getOrDefault("HOSTNAME", "localhost");
        }
    }

    private record Owner(long pid, String host, Instant since) {
        @Override
        public String toString() {
            return "the engine has pid %d on %s, since %s".formatted(pid, host, since);
        }

        /** Of another machine that shares the folder nothing is known, so its engine counts as alive. */
        boolean isAlive() {
            if (!host.equals(hostName())) {
                return true;
            }
            return Liveness.isSameSince(pid, since.plus(CLOCK_SLACK));
        }
    }
}
