package dev.plinth.app.formats;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a document that is a list of metrics, or an object whose one field {@code metrics} is that list. */
final class DocumentReader implements RecordReader {
    static final String FIELD = "metrics";
    private static final String SHAPE =
            "The file must be a list of metrics, or an object with the one field 'metrics'.";

    private final RecordTrees trees;
    private final InputStream file;
    private @Nullable RecordParser parser;
    private boolean wrapped;
    private boolean ended;
    private boolean cut;

    DocumentReader(RecordTrees trees, InputStream file) {
        this.trees = trees;
        this.file = file;
    }

    @Override
    public Optional<FoundRecord> next() throws IOException {
        if (ended) {
            return Optional.empty();
        }
        try {
            return read();
        } catch (CharConversionException notUnicode) {
            return broken(parser == null ? 1 : parser.line(), Faults.NOT_UNICODE);
        } catch (JsonProcessingException fault) {
            int line = fault.getLocation() == null
                    ? 1
                    : Math.max(1, fault.getLocation().getLineNr());
            return broken(line, Faults.unreadable(fault));
        }
    }

    private Optional<FoundRecord> read() throws IOException {
        if (parser == null) {
            parser = trees.parser(file);
            if (!begins(parser)) {
                return broken(parser.line(), SHAPE);
            }
        }
        parser.beginRecord();
        JsonToken token = parser.nextToken();
        if (token == JsonToken.END_ARRAY) {
            return end(parser);
        }
        int line = parser.line();
        JsonNode node = trees.read(parser);
        return Optional.of(
                node instanceof ObjectNode object
                        ? new FoundRecord.Sound(line, object)
                        : new FoundRecord.Broken(line, "A metric must be an object."));
    }

    private boolean begins(RecordParser at) throws IOException {
        JsonToken token = at.nextToken();
        if (token == JsonToken.START_OBJECT) {
            wrapped = true;
            boolean named = at.nextToken() == JsonToken.FIELD_NAME && FIELD.equals(at.currentName());
            return named && at.nextToken() == JsonToken.START_ARRAY;
        }
        return token == JsonToken.START_ARRAY;
    }

    /** Whatever follows the list would be lost, so nothing may. */
    private Optional<FoundRecord> end(RecordParser at) throws IOException {
        boolean closed = !wrapped || at.nextToken() == JsonToken.END_OBJECT;
        if (closed && at.nextToken() == null) {
            ended = true;
            return Optional.empty();
        }
        return broken(at.line(), SHAPE);
    }

    private Optional<FoundRecord> broken(int line, String detail) {
        ended = true;
        cut = true;
        return Optional.of(new FoundRecord.Broken(line, detail));
    }

    @Override
    public boolean isCut() {
        return cut;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
