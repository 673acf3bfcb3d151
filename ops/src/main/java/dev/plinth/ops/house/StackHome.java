package dev.plinth.ops.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;

/** Where everything of one stack is kept on this machine; closed to other users. */
public record StackHome(String stack, Path folder) {
    private static final int LOGS_KEPT = 30;

    /** Pulumi's file backend of a sandboxed stack. */
    public Path backend() {
        return folder.resolve("backend");
    }

    /**
     * The backend as the CLI takes it. Without the side files that the backend keeps by default: unlike the state they are
     * not written in one step, and an empty one, left by an engine that was killed, makes the state unreadable.
     */
    public String backendUrl() {
        return "file://" + backend() + "?metadata=skip";
    }

    /** The passphrase that the secrets of a sandboxed stack are encrypted with. */
    public Path passphrase() {
        return folder.resolve("passphrase");
    }

    /** The Pulumi project that is written anew for each run. */
    public Path project() {
        return folder.resolve("project");
    }

    /** Pulumi's own settings and selections, so that a sandboxed stack leaves none in the user's home. */
    public Path pulumiHome() {
        return folder.resolve("pulumi");
    }

    /** What the sandbox daemon keeps: resources and the files of its processes. */
    public Path sandbox() {
        return folder.resolve("sandbox");
    }

    /** One file a run with everything that the engine said. */
    public Path logs() {
        return folder.resolve("logs");
    }

    /** Tells whether the stack was ever brought up here and not taken down since. */
    public boolean exists() {
        return Files.exists(backend()) || Files.exists(sandbox());
    }

    /** Makes the folder, readable to its owner only. */
    public void create() {
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(folder);
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            }
            Files.createDirectories(logs());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the engine's events of a run pass through; they may hold secrets, so the file goes when the run is over. */
    public Path events() {
        return folder.resolve("events.json");
    }

    /** Removes everything but the logs and the passphrase, which whatever was encrypted with it may still need. */
    public void forget() {
        List.of(backend(), project(), pulumiHome(), sandbox(), events()).forEach(StackHome::delete);
    }

    /** Removes the oldest logs of runs. */
    public void pruneLogs() {
        try (var logs = Files.list(logs())) {
            // Their names begin with their time.
            var runs = logs.filter(log ->
                            Character.isDigit(log.getFileName().toString().charAt(0)))
                    .sorted(Comparator.reverseOrder())
                    .toList();
            for (var log : runs.subList(Math.min(LOGS_KEPT, runs.size()), runs.size())) {
                Files.deleteIfExists(log);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path root) {
        if (!Files.exists(root)) {
            return;
        }
        try (var files = Files.walk(root)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove " + root, e);
        }
    }
}
