package dev.plinth.app.formats;

import java.io.IOException;
import java.util.Optional;

/** Reads a file of metrics one by one, never holding more than one of them. */
public interface RecordReader extends AutoCloseable {
    /** The next record, sound or not; empty at the end of the file, and after a fault that hides where the next begins. */
    Optional<FoundRecord> next() throws IOException;

    /** Whether the end was not reached: a fault has hidden the rest of the file. */
    boolean isCut();

    @Override
    void close() throws IOException;
}
