package dev.plinth.ops.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;

/** What Java has learnt from a run of the API: which classes it loads and how they fit together. */
record StartMemory(Path target, Runtime.Version java) {
    private static final int JAVA_MIN = 25;
    private static final List<String> JARS = List.of("app.jar", "local-libs/app-local.jar");

    /** Whether a run shall learn for the later ones; a Java before 25 cannot. */
    boolean isMissing() {
        return java.feature() >= JAVA_MIN && !isOfTheseJars();
    }

    /** Options by which a run writes down at its end what it has learnt. */
    List<String> toLearn() {
        return options("-XX:AOTCacheOutput=");
    }

    /** Options by which a run uses what an earlier one has learnt. */
    List<String> toUse() {
        return java.feature() >= JAVA_MIN ? options("-XX:AOTCache=") : List.of();
    }

    private List<String> options(String way) {
        // A memory that does not fit is no fault, and writing one no news.
        return List.of(way + file(), "-Xlog:disable", "-Xlog:gc*=warning,os*=warning:stderr");
    }

    /** Of another Java it would be refused. */
    private Path file() {
        return target.resolve("start-%s.aot".formatted(java));
    }

    private boolean isOfTheseJars() {
        return Files.exists(file())
                && JARS.stream()
                        .map(target::resolve)
                        .filter(Files::exists)
                        .allMatch(jar -> changed(jar).compareTo(changed(file())) < 0);
    }

    private static FileTime changed(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
