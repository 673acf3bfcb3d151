package dev.plinth.sandbox.machine;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** A machine's log: what its process prints, and what the supervisor has to say about it. */
record LogFile(Path path) {
    private static final long BYTES_MAX = 16L << 20;
    private static final int TAIL_BYTES_MAX = 64 << 10;

    /** Keeps one older file beside a log that grew large. */
    void rotate() {
        try {
            if (Files.exists(path) && Files.size(path) > BYTES_MAX) {
                Files.move(path, path.resolveSibling(path.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot move " + path, e);
        }
    }

    void remark(String text) {
        try {
            Files.writeString(
                    path, "-- plinth: %s --%n".formatted(text), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + path, e);
        }
    }

    List<String> tail(int lines) {
        try (var file = new RandomAccessFile(path.toFile(), "r")) {
            int size = (int) Math.min(file.length(), TAIL_BYTES_MAX);
            byte[] bytes = new byte[size];
            file.seek(file.length() - size);
            file.readFully(bytes);
            List<String> all = new String(bytes, StandardCharsets.UTF_8).lines().toList();
            return all.subList(Math.max(0, all.size() - lines), all.size());
        } catch (FileNotFoundException e) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
    }
}
