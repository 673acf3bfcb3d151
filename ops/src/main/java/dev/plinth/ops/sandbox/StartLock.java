package dev.plinth.ops.sandbox;

import dev.plinth.ops.house.StackHome;
import dev.plinth.ops.process.Interruption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One command at a time starts or replaces the daemon of a stack; others wait for it. The system frees the lock when
 * the command dies.
 */
final class StartLock {
    private static final Duration POLL = Duration.ofMillis(50);

    private final StackHome stack;
    private final Interruption interruption;
    private final Duration waitMax;

    /** {@code waitMax} is how long a start takes at most. */
    StartLock(StackHome stack, Interruption interruption, Duration waitMax) {
        this.stack = stack;
        this.interruption = interruption;
        this.waitMax = waitMax;
    }

    /** Runs the start when nobody else's is under way any more; nothing when theirs does not end. */
    <T> Optional<T> alone(Supplier<T> start) {
        stack.create();
        try (var channel = FileChannel.open(file(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var lock = awaited(channel)) {
            return lock == null ? Optional.empty() : Optional.of(start.get());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for the end of a start that another command is at, if there is one. */
    void awaitOthers() {
        if (Files.exists(file())) {
            alone(() -> true);
        }
    }

    private Path file() {
        return stack.folder().resolve("start.lock");
    }

    private @Nullable FileLock awaited(FileChannel channel) throws IOException {
        var deadline = Instant.now().plus(waitMax);
        var lock = tried(channel);
        while (lock == null && Instant.now().isBefore(deadline)) {
            interruption.pause(POLL);
            lock = tried(channel);
        }
        return lock;
    }

    private static @Nullable FileLock tried(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }
}
