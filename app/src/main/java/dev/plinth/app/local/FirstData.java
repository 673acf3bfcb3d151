package dev.plinth.app.local;

import static java.nio.file.attribute.PosixFilePermissions.asFileAttribute;
import static java.nio.file.attribute.PosixFilePermissions.fromString;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

/** What every run starts from: prepared by the first one, kept in {@code place} under {@code key}, and copied. */
record FirstData(Path place, String key) {
    private static final String LOCK = "lock";

    /** Makes in the scratch folder what is to be kept, and returns the folder that holds it. */
    interface Preparation {
        Path in(Scratch scratch) throws IOException, SQLException;
    }

    /** Copies what is kept into a folder; what is not there yet, or cannot be copied, is prepared before. */
    void copyTo(Path folder, Preparation preparation) throws IOException, SQLException {
        try (FileChannel channel = channel()) {
            lock(channel);
            if (!Files.exists(kept()) || !copied(folder)) {
                prepare(preparation);
                copy(folder);
            }
        }
    }

    /** The next run prepares anew. */
    void forget() throws IOException {
        try (FileChannel channel = channel()) {
            lock(channel);
            clear();
        }
    }

    private void prepare(Preparation preparation) throws IOException, SQLException {
        clear();
        // In the same file system, and removed in whatever way this process ends.
        try (var scratch = new Scratch(place)) {
            Path made = preparation.in(scratch);
            // Else a power cut could leave the name below without what it names.
            execute("sync");
            // In one step: nobody ever finds half of it.
            Files.move(made, kept(), StandardCopyOption.ATOMIC_MOVE);
        }
    }

    /** Removes all that is kept: of this build, of earlier ones, and of preparations that a power cut ended. */
    private void clear() throws IOException {
        List<Path> all;
        try (Stream<Path> files = Files.list(place)) {
            all = files.filter(file -> !file.endsWith(LOCK)).toList();
        }
        for (Path one : all) {
            execute("rm", "-rf", one.toString());
        }
    }

    private boolean copied(Path folder) throws IOException {
        try {
            copy(folder);
            return true;
        } catch (IOException broken) {
            execute("rm", "-rf", folder.toString());
            Files.createDirectory(folder, asFileAttribute(fromString("rwx------")));
            return false;
        }
    }

    /** By the system's own program: it takes a quarter of the time that this process would need. */
    private void copy(Path folder) throws IOException {
        execute("cp", "-R", "-p", kept() + "/.", folder.toString());
    }

    private Path kept() {
        return place.resolve(key);
    }

    private FileChannel channel() throws IOException {
        Files.createDirectories(place, asFileAttribute(fromString("rwx------")));
        return FileChannel.open(place.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    /** Of two first runs one prepares, and the other waits for it; until the channel is closed. */
    private static void lock(FileChannel channel) throws IOException {
        if (channel.tryLock() == null) {
            System.out.println("Waiting for another start of the app ...");
            channel.lock();
        }
    }

    private static void execute(String... command) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD)
                .start();
        try {
            if (process.waitFor() != 0) {
                throw new IOException("This failed: " + String.join(" ", command));
            }
        } catch (InterruptedException stopping) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IOException("Not waited for: " + command[0], stopping);
        }
    }
}
