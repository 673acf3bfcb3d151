package dev.plinth.sandbox;

import dev.plinth.sandbox.disk.Disk;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** A lock on a state folder; the operating system frees it when the process ends, however it ends. */
final class SingleInstance implements AutoCloseable {
    private final FileChannel channel;
    private final Optional<FileLock> lock;

    private SingleInstance(FileChannel channel, Optional<FileLock> lock) {
        this.channel = channel;
        this.lock = lock;
    }

    static SingleInstance of(Path folder) throws IOException {
        var file = Disk.folder(folder).resolve("daemon.lock");
        var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        return new SingleInstance(channel, lock(channel));
    }

    private static Optional<FileLock> lock(FileChannel channel) throws IOException {
        try {
            return Optional.ofNullable(channel.tryLock());
        } catch (OverlappingFileLockException e) {
            // The lock is held within this very process.
            return Optional.empty();
        }
    }

    boolean isOurs() {
        return lock.isPresent();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
