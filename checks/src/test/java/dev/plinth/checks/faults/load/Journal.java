package dev.plinth.checks.faults.load;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;

/** The writes that the environment has acknowledged, a line each, on disk before the next. Safe for many threads. */
final class Journal implements AutoCloseable {
    private final Path file;
    private final BufferedWriter lines;

    private Journal(Path file, BufferedWriter lines) {
        this.file = file;
        this.lines = lines;
    }

    static Journal open(Path file) throws IOException {
        return new Journal(
                file, Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING));
    }

    synchronized void acknowledged(String id) {
        try {
            lines.write("%s %s%n".formatted(Instant.now(), id));
            lines.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The ids of all writes that were acknowledged, as the file has them. */
    synchronized List<String> ids() throws IOException {
        return Files.readAllLines(file).stream()
                .map(line -> line.substring(line.indexOf(' ') + 1))
                .toList();
    }

    @Override
    public synchronized void close() throws IOException {
        lines.close();
    }
}
