package dev.plinth.app.formats;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;

/**
 * Reads token by token, and refuses what a file of metrics has no need of: records so long that they would fill the
 * memory, and references and types in YAML, which can make a short text a long one or name a class.
 */
final class RecordParser extends JsonParserDelegate {
    private static final int RECORD_SIZE_MAX = 1 << 20;
    // What a token costs in memory besides its text, roughly, in characters.
    private static final int TOKEN_SIZE = 32;

    private int size;

    RecordParser(JsonParser parser) {
        super(parser);
    }

    /** Begins to count the next record. */
    void beginRecord() {
        size = 0;
    }

    int line() {
        return Math.max(1, delegate.currentTokenLocation().getLineNr());
    }

    @Override
    public JsonToken nextToken() throws IOException {
        JsonToken token = delegate.nextToken();
        if (token != null) {
            refuseReferences();
            size += TOKEN_SIZE + (token == JsonToken.VALUE_STRING || token.isNumeric() ? delegate.getTextLength() : 0);
            if (size > RECORD_SIZE_MAX) {
                throw new StreamConstraintsException("a record is longer than 1 MiB", delegate.currentLocation());
            }
        }
        return token;
    }

    private void refuseReferences() throws IOException {
        if (delegate instanceof YAMLParser yaml
                && (yaml.isCurrentAlias() || yaml.getObjectId() != null || yaml.getTypeId() != null)) {
            throw new JsonParseException(this, "anchors, aliases and tags are not allowed here; write every value out");
        }
    }
}
