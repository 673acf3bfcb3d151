package dev.plinth.ops.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;

/** What Java has learnt from a run of the API: which classes it loads and how they fit together. */
record StartMemory(Path target, Runtime.Version java) {
    private static final List<String> JARS = List.of("app.jar", "local-libs/app-local.jar");

    /** Options by which a run uses what an earlier one has learnt, or learns it and writes it down at its end. */
    List<String> options() {
        // Of another Java it would be refused.
        var file = target.resolve("start-%s.aot".formatted(java));
        return List.of(
                // Before Java 25 there is no such memory.
                "-XX:+IgnoreUnrecognizedVMOptions",
                (isOfTheseJars(file) ? "-XX:AOTCache=" : "-XX:AOTCacheOutput=") + file,
                // A memory that does not fit is no fault, and writing one no news.
                "-Xlog:disable",
                "-Xlog:gc*=warning,os*=warning:stderr");
    }

    private boolean isOfTheseJars(Path file) {
        return Files.exists(file)
                && JARS.stream()
                        .map(target::resolve)
                        .filter(Files::exists)
                        .allMatch(jar -> changed(jar).compareTo(changed(file)) < 0);
    }

    private static FileTime changed(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
