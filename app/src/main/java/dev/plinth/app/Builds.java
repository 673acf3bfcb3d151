package dev.plinth.app;

import dev.plinth.app.http.Build;
import dev.plinth.app.postgres.Schema;
import dev.plinth.app.values.Digests;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;

/** Finds out which build of the app is running. */
final class Builds {
    private static final String NOT_A_JAR = "development";
    private static final int DIGEST_LENGTH = 12;

    /**
     * The digest is computed, not stored: a jar that holds nothing but its sources' classes is the same wherever
     * built.
     */
    static Build current() {
        String version = Optional.ofNullable(Builds.class.getPackage().getImplementationVersion())
                .orElse(NOT_A_JAR);
        try {
            var source = Path.of(Builds.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return new Build(version, Files.isRegularFile(source) ? digest(source) : NOT_A_JAR, Schema.VERSION);
        } catch (URISyntaxException | IOException unreadable) {
            throw new IllegalStateException("The app cannot read its own jar", unreadable);
        }
    }

    private static String digest(Path jar) throws IOException {
        byte[] digest = Digests.sha256().digest(Files.readAllBytes(jar));
        return HexFormat.of().formatHex(digest).substring(0, DIGEST_LENGTH);
    }

    private Builds() {}
}
