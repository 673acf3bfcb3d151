package dev.plinth.ops.stack;

import dev.plinth.ops.Failure;
import dev.plinth.ops.house.StackHome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One run at a time on a stack of this machine. The system frees the lock when its process dies, in whatever way; what the file
 * says then tells the next run that there is something to clean up.
 */
public final class RunLock implements AutoCloseable {
    private static final String ENDED = "ended";

    private final FileChannel channel;
    private final FileLock lock;
    private final boolean previousDied;

    private RunLock(FileChannel channel, FileLock lock, boolean previousDied) {
        this.channel = channel;
        this.lock = lock;
        this.previousDied = previousDied;
    }

    /** Takes the lock for a command, or tells who has it. */
    public static RunLock take(StackHome stack, String command, Instant now) {
        stack.create();
        var file = stack.folder().resolve("run.lock");
        try {
            var said = Files.exists(file) ? Files.readString(file) : "";
            var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            var lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                throw Failure.failed(
                        "another run is at work on %s: %s".formatted(stack.stack(), said.strip()),
                        "wait until it ends, or stop it");
            }
            var run =
                    new RunLock(channel, lock, !said.isBlank() && !said.strip().equals(ENDED));
            run.write("%s, pid %d, since %s"
                    .formatted(command, ProcessHandle.current().pid(), now.truncatedTo(ChronoUnit.SECONDS)));
            return run;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The run that has the lock now, in its own words. */
    public static Optional<String> heldBy(StackHome stack) {
        var file = stack.folder().resolve("run.lock");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE);
                var lock = tryLock(channel)) {
            return lock == null ? Optional.of(Files.readString(file).strip()) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Tells whether the run before was killed. */
    public boolean previousDied() {
        return previousDied;
    }

    /** The run came to its end, well or badly: nothing is left to clean up. */
    public void ended() {
        write(ENDED);
    }

    @Override
    public void close() {
        try {
            lock.release();
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private void write(String text) {
        try {
            channel.truncate(0);
            channel.write(ByteBuffer.wrap((text + "\n").getBytes(StandardCharsets.UTF_8)), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
