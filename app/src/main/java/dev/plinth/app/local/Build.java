package dev.plinth.app.local;

import dev.plinth.app.Application;
import dev.plinth.app.values.Digests;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.YearMonth;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** What the first data depend on. */
final class Build {
    private static final int DIGITS = 16;

    /** The name of PostgreSQL's release, the month and a digest of the app; its jar names the libraries it needs. */
    static String key(Clock clock) throws IOException {
        MessageDigest digest = Digests.sha256();
        for (Class<?> part : List.of(Application.class, LocalRun.class)) {
            for (Path file : files(part)) {
                digest.update(Files.readAllBytes(file));
            }
        }
        // The month, because the examples tell of this quarter and of a sunset in 90 days.
        return String.join(
                "-",
                LocalPostgres.release(),
                YearMonth.now(clock).toString(),
                HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS));
    }

    /** A jar, or while somebody develops, what is in a folder. */
    private static List<Path> files(Class<?> part) throws IOException {
        try (Stream<Path> files = Files.walk(
                Path.of(part.getProtectionDomain().getCodeSource().getLocation().toURI()))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Build() {}
}
