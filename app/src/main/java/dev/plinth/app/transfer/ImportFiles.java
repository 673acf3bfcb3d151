package dev.plinth.app.transfer;

import dev.plinth.app.formats.RecordFormat;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** Reads files of metrics. */
public interface ImportFiles {
    /** Reads a file from its beginning. */
    ImportFile open(RecordFormat format, InputStream content);

    /** What a refusal says; empty when the failure is none. */
    Optional<List<Fault>> faults(RuntimeException failure);

    /** One file, record by record. */
    interface ImportFile extends AutoCloseable {
        /** Empty at the end. */
        Optional<ImportRecord> next() throws IOException;

        /** Whether a fault has hidden the rest of the file. */
        boolean isCut();

        @Override
        void close() throws IOException;
    }
}
