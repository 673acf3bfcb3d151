package dev.plinth.app.formats;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plinth.app.json.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is written in a format and read again is the same, whatever people have written. */
final class RoundTripTest {
    private static final int METRICS = 400;

    @ParameterizedTest
    @EnumSource(RecordFormat.class)
    void whatWasWrittenIsRead(RecordFormat format) throws IOException {
        List<ObjectNode> contents = contents();

        List<ObjectNode> read = read(format, write(format, contents));

        assertThat(read).hasSize(METRICS);
        for (int index = 0; index < METRICS; index++) {
            assertThat(complete(read.get(index)).toString())
                    .isEqualTo(contents.get(index).toString());
        }
    }

    @ParameterizedTest
    @EnumSource(RecordFormat.class)
    void writingWhatWasReadGivesTheSameBytes(RecordFormat format) throws IOException {
        byte[] first = write(format, contents());

        List<ObjectNode> read =
                read(format, first).stream().map(RoundTripTest::complete).toList();

        assertThat(write(format, read)).isEqualTo(first);
    }

    @ParameterizedTest
    @EnumSource(RecordFormat.class)
    void anEmptyFileIsReadAsNothing(RecordFormat format) throws IOException {
        assertThat(read(format, write(format, List.of()))).isEmpty();
    }

    /** A table leaves empty lists out; a metric that is kept has them all, in one order. */
    private static ObjectNode complete(ObjectNode read) {
        ObjectNode whole = Json.object();
        for (String field : List.of("metric_id", "name", "description", "domain", "tier", "metric_type", "calc_type")) {
            whole.set(field, read.required(field));
        }
        whole.set("tags", list(read, "tags"));
        ObjectNode definition = whole.putObject("definition");
        ObjectNode found = (ObjectNode) read.required("definition");
        for (String field : List.of("unit", "direction", "aggregation", "grain", "expressions")) {
            definition.set(field, found.required(field));
        }
        definition.set("filters", list(found, "filters"));
        definition.set("dimensions", list(found, "dimensions"));
        for (String field : List.of("owners", "sources", "targets", "aliases")) {
            whole.set(field, list(read, field));
        }
        if (read.has("notes")) {
            whole.set("notes", read.required("notes"));
        }
        return whole;
    }

    private static ArrayNode list(ObjectNode from, String field) {
        return from.has(field) ? (ArrayNode) from.required(field) : Json.array();
    }

    private static List<ObjectNode> contents() {
        var contents = new Contents(20261121);
        return IntStream.range(0, METRICS)
                .mapToObj(index -> contents.next("made.m" + index, "made"))
                .toList();
    }

    private static byte[] write(RecordFormat format, List<ObjectNode> contents) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (RecordWriter writer = format.writer(bytes)) {
            for (ObjectNode content : contents) {
                writer.write(content);
            }
        }
        return bytes.toByteArray();
    }

    private static List<ObjectNode> read(RecordFormat format, byte[] file) throws IOException {
        List<ObjectNode> contents = new ArrayList<>();
        try (RecordReader reader = format.reader(new ByteArrayInputStream(file))) {
            for (Optional<FoundRecord> found = reader.next(); found.isPresent(); found = reader.next()) {
                assertThat(found.get()).isInstanceOf(FoundRecord.Sound.class);
                contents.add(((FoundRecord.Sound) found.get()).content());
            }
        }
        return contents;
    }
}
