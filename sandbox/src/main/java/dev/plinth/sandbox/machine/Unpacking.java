package dev.plinth.sandbox.machine;

import dev.plinth.sandbox.disk.Disk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Puts a tool into the cache folder once, also when several processes want it at the same time. */
public final class Unpacking {
    private static final Object ONE_THREAD = new Object();

    private Unpacking() {}

    /** Fills a folder with a tool. */
    @FunctionalInterface
    public interface Filling {
        void into(Path folder) throws IOException;
    }

    /** The folder of this name in the cache; filled first when it is not there. */
    public static Path once(CacheFolder cache, String name, Filling filling) {
        Path folder = cache.path().resolve(name);
        if (Files.isDirectory(folder)) {
            return folder;
        }
        Disk.folder(cache.path());
        // A file lock holds between processes, not between the threads of one.
        synchronized (ONE_THREAD) {
            try (var channel = FileChannel.open(
                            cache.path().resolve("." + name + ".lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
                    var lock = channel.lock()) {
                if (lock.isValid() && !Files.isDirectory(folder)) {
                    fill(folder, filling);
                }
                return folder;
            } catch (IOException e) {
                throw new UncheckedIOException("cannot unpack %s into %s".formatted(name, cache.path()), e);
            }
        }
    }

    private static void fill(Path folder, Filling filling) throws IOException {
        Path partial = folder.resolveSibling("." + folder.getFileName() + ".partial");
        Path copy = folder.resolveSibling("." + folder.getFileName() + ".copy");
        Disk.delete(partial);
        Disk.delete(copy);
        filling.into(Disk.folder(partial));
        copy(partial, copy);
        Disk.delete(partial);
        Files.move(copy, folder, StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * Copies by another process. A program that this one has written may still be open in a child that another thread
     * started meanwhile, and Linux does not start a program that is open for writing: "text file busy".
     */
    private static void copy(Path from, Path to) throws IOException {
        var process = new ProcessBuilder("cp", "-Rp", from.toString(), to.toString())
                .redirectErrorStream(true)
                .start();
        try {
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IOException("cp failed: " + output.strip());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while copying " + from, e);
        }
    }
}
