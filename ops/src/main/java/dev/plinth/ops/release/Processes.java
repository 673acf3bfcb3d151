package dev.plinth.ops.release;

import dev.plinth.ops.process.Interruption;
import dev.plinth.ops.recovery.Scratch.Place;
import dev.plinth.ops.release.CopyRehearsal.Stage;
import dev.plinth.ops.release.Program.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Programs as processes of this machine, none of which outlives what it was started for. */
record Processes(Path version, Path logs, Interruption interruption) implements Stage {
    private static final Duration MIGRATION_MAX = Duration.ofMinutes(15);
    /** What a pod is given, too. */
    private static final Duration READY_MAX = Duration.ofMinutes(2);

    private static final Duration END_MAX = Duration.ofSeconds(10);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final int LOG_LINES = 12;

    @Override
    public void migrate(Program live, Place copy) {
        var log = logs.resolve("rehearsal-migration.log");
        var process = start(live.migration(version, copy), log);
        try {
            await(process, Instant.now().plus(MIGRATION_MAX));
            if (process.isAlive() || process.exitValue() != 0) {
                throw new StepFailed("the migration fails on a copy of the database:\n" + tail(log));
            }
        } finally {
            end(process);
        }
    }

    @Override
    public String serve(Program live, Place copy) {
        var log = logs.resolve("rehearsal-live.log");
        var ports = new Ports(freePort(), freePort());
        var process = start(live.on(copy, ports), log);
        try (var visit = new FirstVisit(ports)) {
            var deadline = Instant.now().plus(READY_MAX);
            while (!visit.isReady()) {
                if (!process.isAlive() || Instant.now().isAfter(deadline)) {
                    throw new StepFailed(
                            "the live version cannot live with the new schema: on a migrated copy it %s:\n%s"
                                    .formatted(process.isAlive() ? "does not become ready" : "ends", tail(log)));
                }
                interruption.pause(POLL);
            }
            return visit.read();
        } finally {
            end(process);
        }
    }

    private void await(Process process, Instant deadline) {
        while (process.isAlive() && Instant.now().isBefore(deadline)) {
            interruption.pause(POLL);
        }
    }

    private static Process start(Program program, Path log) {
        var builder = new ProcessBuilder(program.command())
                .directory(program.folder().toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().clear();
        builder.environment().putAll(program.environment());
        try {
            return builder.start();
        } catch (IOException e) {
            throw new StepFailed("%s does not start: %s".formatted(program, e.getMessage()));
        }
    }

    private static void end(Process process) {
        process.destroy();
        try {
            if (!process.waitFor(END_MAX.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static String tail(Path log) {
        try {
            List<String> lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LOG_LINES), lines.size()));
        } catch (IOException e) {
            return "its log cannot be read: " + e;
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
