package dev.plinth.ops.engine;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Follows the engine's event log while it grows; events are told one after the other. */
final class EventLog implements AutoCloseable {
    private static final long POLL_MILLIS = 50;

    private final RandomAccessFile file;
    private final Consumer<EngineEvent> listener;
    private final EventReader reader = new EventReader();
    private final Thread follower =
            Thread.ofPlatform().daemon().name("event-log").unstarted(this::poll);
    private volatile boolean ended;

    private EventLog(Path file, Consumer<EngineEvent> listener) throws IOException {
        this.file = new RandomAccessFile(file.toFile(), "r");
        this.listener = listener;
    }

    static EventLog follow(Path file, Consumer<EngineEvent> listener) throws IOException {
        var log = new EventLog(file, listener);
        log.follower.start();
        return log;
    }

    /** Tells the rest, once the engine has ended. */
    void readToEnd() throws InterruptedException {
        ended = true;
        follower.join();
    }

    @Override
    public void close() throws IOException {
        ended = true;
        file.close();
    }

    private void poll() {
        try {
            while (!ended) {
                readNew();
                Thread.sleep(POLL_MILLIS);
            }
            readNew();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Reads up to the last line that is whole; the rest is read again next time. */
    private void readNew() throws IOException {
        var start = file.getFilePointer();
        var bytes = new byte[(int) (file.length() - start)];
        file.readFully(bytes);
        var end = bytes.length;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        file.seek(start + end);
        new String(bytes, 0, end, StandardCharsets.UTF_8)
                .lines()
                .forEach(line -> reader.read(line).ifPresent(listener));
    }
}
