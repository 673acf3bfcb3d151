package dev.plinth.app.formats;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plinth.app.json.Json;
import java.io.IOException;
import java.io.OutputStream;

/** Writes one metric a line. */
final class LineWriter implements RecordWriter {
    private final OutputStream file;

    LineWriter(OutputStream file) {
        this.file = file;
    }

    @Override
    public void write(ObjectNode content) throws IOException {
        file.write(Json.bytes(content));
        file.write('\n');
    }

    @Override
    public void close() throws IOException {
        file.flush();
    }
}
