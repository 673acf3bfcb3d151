package dev.plinth.sandbox.postgres;

import dev.plinth.sandbox.machine.CacheFolder;
import dev.plinth.sandbox.machine.MachineException;
import dev.plinth.sandbox.machine.Unpacking;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.jspecify.annotations.Nullable;

/** The unpacked PostgreSQL programs (initdb, postgres), and how they are called. */
record PostgresBinaries(Path folder) {
    private static final Map<String, String> ARCHIVES =
            Map.of("amd64", "/postgres-linux-x86_64.txz", "aarch64", "/postgres-linux-arm_64.txz");
    private static final Pattern VERSION = Pattern.compile("-(\\d[\\d.]*)\\.jar!");
    private static final int OWNER_EXECUTES = 0100;

    static PostgresBinaries unpacked(CacheFolder cache) {
        URL archive = archive(System.getProperty("os.arch"));
        Matcher version = VERSION.matcher(archive.toString());
        String name = "postgres-" + (version.find() ? version.group(1) : "unversioned");
        return new PostgresBinaries(Unpacking.once(cache, name, folder -> unpack(archive, folder)));
    }

    /** The command line of one of the programs: root, and a user without a name, become nobody in a namespace. */
    List<String> command(String program, List<String> arguments) {
        var command = new ArrayList<String>();
        if (isRefused()) {
            command.addAll(List.of("unshare", "--user", "--"));
        }
        command.add(folder.resolve("bin").resolve(program).toString());
        command.addAll(arguments);
        return command;
    }

    /** Whether the server can load this library. */
    boolean hasLibrary(String name) {
        return Files.exists(folder.resolve("lib/postgresql").resolve(name + ".so"));
    }

    /** PostgreSQL runs neither as root nor as a user that the system has no name for, as containers like to have. */
    private static boolean isRefused() {
        try {
            boolean isRoot = Objects.equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"), 0);
            return isRoot || System.getProperty("user.name").equals("?");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot find out who runs this process", e);
        }
    }

    private static URL archive(String architecture) {
        @Nullable
        URL archive = ARCHIVES.containsKey(architecture)
                ? PostgresBinaries.class.getResource(ARCHIVES.get(architecture))
                : null;
        if (archive == null) {
            throw new MachineException(
                    "no PostgreSQL programs for Linux on %s are on the class path: use an x86-64 machine"
                            .formatted(architecture));
        }
        return archive;
    }

    private static void unpack(URL archive, Path folder) throws IOException {
        try (InputStream bytes = archive.openStream();
                var tar = new TarArchiveInputStream(new XZCompressorInputStream(bytes))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path target = folder.resolve(entry.getName()).normalize();
                if (!target.startsWith(folder)) {
                    throw new IOException("the archive leads out of its folder: " + entry.getName());
                }
                write(entry, tar, target);
            }
        }
    }

    private static void write(TarArchiveEntry entry, InputStream content, Path target) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(Objects.requireNonNull(target.getParent()));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
            Files.copy(content, target);
            String mode = (entry.getMode() & OWNER_EXECUTES) == 0 ? "rw-r--r--" : "rwxr-xr-x";
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(mode));
        }
    }
}
