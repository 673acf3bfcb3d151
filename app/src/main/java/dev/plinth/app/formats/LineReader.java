package dev.plinth.app.formats;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads one metric a line; a line that is broken does not hide the next. */
final class LineReader implements RecordReader {
    private static final int LINE_BYTES_MAX = 1 << 20;

    private final RecordTrees trees = new RecordTrees(RecordTrees.JSON);
    private final InputStream file;
    private int line;

    LineReader(InputStream file) {
        this.file = new BufferedInputStream(file);
    }

    @Override
    public Optional<FoundRecord> next() throws IOException {
        var bytes = new ByteArrayOutputStream();
        while (true) {
            bytes.reset();
            int length = readLine(bytes);
            if (length < 0) {
                return Optional.empty();
            }
            line++;
            if (length > LINE_BYTES_MAX) {
                return Optional.of(new FoundRecord.Broken(line, "A line may have at most 1 MiB."));
            }
            if (!bytes.toString(StandardCharsets.UTF_8).isBlank()) {
                return Optional.of(parsed(bytes.toByteArray()));
            }
        }
    }

    /** How long the next line is, of which no more is kept than is allowed; negative when there is none. */
    private int readLine(ByteArrayOutputStream bytes) throws IOException {
        int length = 0;
        int next = file.read();
        if (next < 0) {
            return -1;
        }
        while (next >= 0 && next != '\n') {
            length++;
            if (length <= LINE_BYTES_MAX) {
                bytes.write(next);
            }
            next = file.read();
        }
        return length;
    }

    private FoundRecord parsed(byte[] bytes) throws IOException {
        try (RecordParser parser = trees.parser(new ByteArrayInputStream(bytes))) {
            JsonToken first = parser.nextToken();
            JsonNode node = trees.read(parser);
            boolean whole = first == JsonToken.START_OBJECT && parser.nextToken() == null;
            return whole && node instanceof ObjectNode object
                    ? new FoundRecord.Sound(line, object)
                    : new FoundRecord.Broken(line, "A line must be one JSON object.");
        } catch (CharConversionException notUnicode) {
            return new FoundRecord.Broken(line, Faults.NOT_UNICODE.replace("The file", "The line"));
        } catch (JsonProcessingException fault) {
            return new FoundRecord.Broken(line, Faults.unreadable(fault).replace("The file", "The line"));
        }
    }

    @Override
    public boolean isCut() {
        return false;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
