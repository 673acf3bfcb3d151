package dev.plinth.app.formats;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plinth.app.json.Json;
import java.io.IOException;
import java.io.OutputStream;

/** Writes one JSON object with a metric a line, so that a comparison of two files shows which differ. */
final class DocumentWriter implements RecordWriter {
    private final OutputStream file;
    private String before = "\n";

    DocumentWriter(OutputStream file) throws IOException {
        this.file = file;
        file.write("{\"metrics\": [".getBytes(US_ASCII));
    }

    @Override
    public void write(ObjectNode content) throws IOException {
        file.write(before.getBytes(US_ASCII));
        file.write(Json.bytes(content));
        before = ",\n";
    }

    @Override
    public void close() throws IOException {
        file.write("\n]}\n".getBytes(US_ASCII));
        file.flush();
    }
}
