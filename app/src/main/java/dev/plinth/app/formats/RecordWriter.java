package dev.plinth.app.formats;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/** Writes a file of metrics one by one. The same metrics in the same order give the same bytes. */
public interface RecordWriter extends AutoCloseable {
    void write(ObjectNode content) throws IOException;

    @Override
    void close() throws IOException;
}
