package dev.plinth.app.formats;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import dev.plinth.app.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/** Reads a table whose first row has the titles of its columns, in any order. */
final class TableReader implements RecordReader {
    private static final CsvFactory CSV = CsvFactory.builder()
            .streamReadConstraints(RecordTrees.CONSTRAINTS)
            .enable(CsvParser.Feature.WRAP_AS_ARRAY)
            .build();
    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final InputStream file;
    private Optional<RecordParser> parser = Optional.empty();
    private List<Column> columns = List.of();
    private boolean ended;
    private boolean cut;

    TableReader(InputStream file) {
        this.file = file;
    }

    @Override
    public Optional<FoundRecord> next() throws IOException {
        if (ended) {
            return Optional.empty();
        }
        try {
            if (parser.isEmpty()) {
                Optional<String> fault = begin();
                if (fault.isPresent()) {
                    return broken(1, fault.get());
                }
            }
            return record(parser.orElseThrow());
        } catch (CharacterCodingException notUnicode) {
            return broken(line(), Faults.NOT_UNICODE);
        } catch (JsonProcessingException fault) {
            return broken(line(), Faults.unreadable(fault));
        }
    }

    private int line() {
        return parser.map(RecordParser::line).orElse(1);
    }

    /** Reads the titles; what is wrong with them, if anything is. */
    private Optional<String> begin() throws IOException {
        var decoder = StandardCharsets.UTF_8.newDecoder();
        var opened = new RecordParser(CSV.createParser(new InputStreamReader(withoutMark(file), decoder)));
        parser = Optional.of(opened);
        List<String> titles = row(opened);
        var known = new LinkedHashSet<Column>();
        for (String title : titles) {
            Optional<Column> column = Column.of(title.strip());
            if (column.isEmpty() || !known.add(column.get())) {
                return Optional.of("The first row must have the titles of the columns, each once, of %s; '%s' is not."
                        .formatted(Column.titles(), title));
            }
        }
        columns = List.copyOf(known);
        return columns.contains(Column.METRIC_ID)
                ? Optional.empty()
                : Optional.of("The first row must have the titles of the columns; 'metric_id' is missing.");
    }

    /** Programs of one maker write a byte order mark. */
    private static InputStream withoutMark(InputStream file) throws IOException {
        var again = new PushbackInputStream(file, MARK.length);
        byte[] first = again.readNBytes(MARK.length);
        if (!Arrays.equals(first, MARK)) {
            again.unread(first);
        }
        return again;
    }

    private Optional<FoundRecord> record(RecordParser from) throws IOException {
        List<String> cells = row(from);
        int line = from.line();
        if (cells.isEmpty()) {
            ended = true;
            return Optional.empty();
        }
        if (cells.size() > columns.size()) {
            return Optional.of(new FoundRecord.Broken(
                    line, "The row has %d cells for %d columns.".formatted(cells.size(), columns.size())));
        }
        return Optional.of(content(line, cells));
    }

    private FoundRecord content(int line, List<String> cells) {
        ObjectNode content = Json.object();
        for (int index = 0; index < cells.size(); index++) {
            try {
                columns.get(index).fill(content, cells.get(index));
            } catch (JsonProcessingException fault) {
                return new FoundRecord.Broken(
                        line,
                        "The cell in the column '%s' must hold a list as JSON, or nothing."
                                .formatted(columns.get(index).title()));
            }
        }
        return new FoundRecord.Sound(line, content);
    }

    /** The cells of the next row; none at the end. */
    private static List<String> row(RecordParser from) throws IOException {
        from.beginRecord();
        List<String> cells = new ArrayList<>();
        for (JsonToken token = from.nextToken();
                token != null && token != JsonToken.END_ARRAY;
                token = from.nextToken()) {
            if (token != JsonToken.START_ARRAY) {
                cells.add(from.getText());
            }
        }
        return cells;
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
