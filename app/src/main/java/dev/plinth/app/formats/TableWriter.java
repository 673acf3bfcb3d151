package dev.plinth.app.formats;

import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;

/** Writes a table with a metric a row, under the titles of its columns. */
final class TableWriter implements RecordWriter {
    private static final CsvMapper MAPPER =
            CsvMapper.csvBuilder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();
    private static final CsvSchema SCHEMA = schema();

    private final SequenceWriter rows;

    TableWriter(OutputStream file) throws IOException {
        rows = MAPPER.writer(SCHEMA).writeValues(file);
        rows.write(Arrays.stream(Column.values()).map(Column::title).toList());
    }

    private static CsvSchema schema() {
        var schema = CsvSchema.builder().setLineSeparator("\n");
        Arrays.stream(Column.values()).map(Column::title).forEach(schema::addColumn);
        return schema.build();
    }

    @Override
    public void write(ObjectNode content) throws IOException {
        List<String> cells = Arrays.stream(Column.values())
                .map(column -> column.cell(content))
                .toList();
        rows.write(cells);
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
