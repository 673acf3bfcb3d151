package dev.plinth.sandbox.machine;

import dev.plinth.sandbox.disk.Disk;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A program of the sandbox that is a process of its own: run by this JVM's java, from a copy of the few jars it needs.
 * Building the project anew would else pull the jars away from under a running process.
 *
 * @param main the class with the main method; named, not referred to, as it is a program of its own
 * @param heap the most memory of its heap, as java takes it
 */
public record JavaProgram(String main, String heap) {
    private static final Pattern LIBRARIES = Pattern.compile(
            "(undertow|xnio|jboss|wildfly|smallrye|jackson|slf4j|jspecify|rhino|sandbox|plinth-sandbox).*\\.jar");

    /** The launch in that folder; copies of jars are kept in the other one. */
    public Launch launch(Path folder, Path libraries, List<String> arguments) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-Djava.net.preferIPv4Stack=true",
                "-cp",
                classPath(libraries),
                main));
        command.addAll(arguments);
        return Launch.of(command, Map.of("PATH", "/usr/bin:/bin", "LC_ALL", "C.UTF-8"), folder);
    }

    private static String classPath(Path libraries) {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(entry -> Path.of(entry).toAbsolutePath())
                .flatMap(JavaProgram::withManifest)
                .filter(Files::exists)
                .distinct()
                .filter(entry -> Files.isDirectory(entry)
                        || LIBRARIES
                                .matcher(String.valueOf(entry.getFileName()))
                                .matches())
                .map(entry -> Files.isDirectory(entry) ? entry : copied(entry, libraries))
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** A jar and the jars that its manifest names. */
    private static Stream<Path> withManifest(Path entry) {
        if (!Files.isRegularFile(entry)) {
            return Stream.of(entry);
        }
        try (var jar = new JarFile(entry.toFile())) {
            Manifest manifest = jar.getManifest();
            String named =
                    manifest == null ? null : manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
            if (named == null) {
                return Stream.of(entry);
            }
            URI base = entry.toUri();
            return Stream.concat(
                    Stream.of(entry), Stream.of(named.split(" +", -1)).map(path -> Path.of(base.resolve(path))));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + entry, e);
        }
    }

    /**
     * The copy's folder is named by what tells one build of the jar from the next; the time in seconds, as most copies
     * of a checkout keep no more of it, and a load balancer is not to be started again for one.
     */
    private static Path copied(Path jar, Path libraries) {
        try {
            String build = "%x-%x"
                    .formatted(Files.size(jar), Files.getLastModifiedTime(jar).to(TimeUnit.SECONDS));
            Path copy = libraries.resolve(build).resolve(String.valueOf(jar.getFileName()));
            if (!Files.exists(copy)) {
                Disk.folder(libraries.resolve(build));
                Path partial = copy.resolveSibling(copy.getFileName() + ".partial");
                Files.copy(jar, partial, StandardCopyOption.REPLACE_EXISTING);
                Files.move(partial, copy, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            }
            return copy;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot copy " + jar, e);
        }
    }
}
