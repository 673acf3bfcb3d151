package dev.plinth.sandbox.provider;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds the folder that the program runs in, where its relative paths start. The engine does not tell it to a provider
 * that it attaches to, but it is the process at the other end of the connection, and it runs in the project.
 */
final class ProgramDirectory {
    private static final Pattern MAIN = Pattern.compile("(?m)^main:\\s*[\"']?([^\"'#\\n]+?)[\"']?\\s*$");
    private static final int LOCAL_ADDRESS = 1;
    private static final int INODE = 9;

    private ProgramDirectory() {}

    /** The folder of the program whose engine has this port of a connection to us; empty if that cannot be found out. */
    static Optional<Path> ofPeer(int port) {
        return inode(port).flatMap(ProgramDirectory::process).flatMap(ProgramDirectory::program);
    }

    /** The project's folder, or the one that its entry {@code main} names. */
    static Optional<Path> program(Path start) {
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            var project = folder.resolve("Pulumi.yaml");
            if (Files.isRegularFile(project)) {
                return Optional.of(folder.resolve(main(project)).normalize());
            }
        }
        return Optional.empty();
    }

    private static String main(Path project) {
        try {
            var entry = MAIN.matcher(Files.readString(project));
            return entry.find() ? entry.group(1) : "";
        } catch (IOException e) {
            return "";
        }
    }

    private static Optional<String> inode(int port) {
        var suffix = ":%04X".formatted(port);
        return Stream.of("/proc/net/tcp", "/proc/net/tcp6")
                .flatMap(table -> lines(Path.of(table)))
                .map(line -> line.strip().split("\\s+"))
                .filter(columns -> columns.length > INODE && columns[LOCAL_ADDRESS].endsWith(suffix))
                .map(columns -> columns[INODE])
                .filter(inode -> !inode.equals("0"))
                .findFirst();
    }

    /** The working directory of the process that has the socket open. */
    private static Optional<Path> process(String inode) {
        var socket = "socket:[" + inode + "]";
        return list(Path.of("/proc"))
                .filter(process -> process.getFileName().toString().matches("\\d+"))
                .filter(process -> list(process.resolve("fd"))
                        .anyMatch(handle -> link(handle).filter(socket::equals).isPresent()))
                .findFirst()
                .flatMap(process -> link(process.resolve("cwd")))
                .map(Path::of);
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            return Stream.empty();
        }
    }

    /** Processes end while they are looked at, and those of others cannot be looked into. */
    private static Stream<Path> list(Path folder) {
        try (var entries = Files.list(folder)) {
            return entries.toList().stream();
        } catch (IOException e) {
            return Stream.empty();
        }
    }

    private static Optional<String> link(Path link) {
        try {
            return Optional.of(Files.readSymbolicLink(link).toString());
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
