package dev.plinth.ops.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.jar.JarFile;

/** The version of an installed Maven, read from its own jar: asking the program takes longer than everything else here. */
final class MavenVersion {
    private static final String PROPERTIES = "META-INF/maven/org.apache.maven/maven-core/pom.properties";

    /** The version of the installation that the program {@code mvn} belongs to. */
    static Optional<String> of(Path program) {
        try (var jars = Files.newDirectoryStream(program.toRealPath().resolveSibling("../lib"), "maven-core-*.jar")) {
            for (var jar : jars) {
                return read(jar);
            }
            return Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> read(Path jar) throws IOException {
        try (var file = new JarFile(jar.toFile())) {
            var entry = file.getEntry(PROPERTIES);
            if (entry == null) {
                return Optional.empty();
            }
            var properties = new Properties();
            properties.load(file.getInputStream(entry));
            return Optional.ofNullable(properties.getProperty("version"));
        }
    }

    private MavenVersion() {}
}
