package dev.plinth.app.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A folder for the servers of one run. A small shell process watches over it: when this process closes it, or dies in
 * whatever way, the servers that have left a pid file in it are killed and the folder is removed.
 */
public final class Scratch implements AutoCloseable {
    // Standard input ends when this process does. Ctrl-C reaches the whole process group, so the watcher must ignore
    // it.
    private static final String WATCH = """
            trap '' INT HUP TERM
            read -r ignored
            for file in "$1"/redis.pid "$1"/postgres/postmaster.pid; do
              pid=$(head -n 1 "$file" 2>/dev/null) || continue
              kill -QUIT "$pid" 2>/dev/null
              for attempt in 1 2 3 4 5 6 7 8 9 10; do kill -0 "$pid" 2>/dev/null || break; sleep 0.1; done
              kill -KILL "$pid" 2>/dev/null
            done
            rm -rf "$1"
            """;

    private final Path folder;
    private final Process watcher;

    /** Among the temporary files. */
    public Scratch() throws IOException {
        this(Path.of(System.getProperty("java.io.tmpdir")));
    }

    Scratch(Path parent) throws IOException {
        folder = Files.createTempDirectory(parent, "plinth-app-");
        watcher = new ProcessBuilder("sh", "-c", WATCH, "plinth-app-watcher", folder.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    public Path folder() {
        return folder;
    }

    @Override
    public void close() throws IOException {
        watcher.getOutputStream().close();
        try {
            watcher.waitFor();
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }
}
