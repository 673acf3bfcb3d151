package dev.plinth.ops.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.plinth.ops.Failure;
import dev.plinth.ops.console.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What an export consists of, in the form in which it is kept. It is written last, so whatever has one is whole.
 *
 * @param format of this file and of the objects; a reader that knows only older ones has to stop
 * @param time of the one snapshot that every table is of
 * @param schemaVersion the last migration in it
 * @param sequences the last value of each
 */
record Manifest(
        int format, String time, Origin origin, String schemaVersion, List<Part> tables, Map<String, Long> sequences) {
    static final int FORMAT = 1;

    Manifest {
        tables = List.copyOf(tables);
        sequences = Map.copyOf(sequences);
    }

    /** Where it comes from, and what made it. */
    record Origin(String stack, String database, String server, String plinth) {}

    /** The object of a table: its rows as PostgreSQL's COPY writes them as text, compressed with gzip. */
    record Part(Table table, String object, long rows, Sums sums) {}

    /**
     * @param bytes of the object
     * @param object SHA-256 of the object
     * @param content SHA-256 of the rows in it
     */
    record Sums(long bytes, String object, String content) {}

    Instant taken() {
        return Instant.parse(time);
    }

    long rows() {
        return tables.stream().mapToLong(Part::rows).sum();
    }

    long bytes() {
        return tables.stream().mapToLong(part -> part.sums().bytes()).sum();
    }

    byte[] write() {
        return Json.print(this).getBytes(StandardCharsets.UTF_8);
    }

    static Manifest read(String key, byte[] content) {
        try {
            var json = Json.mapper().readTree(content);
            if (json.path("format").asInt() != FORMAT) {
                throw Failure.failed(
                        "%s: expected format %d, found %s".formatted(key, FORMAT, json.path("format")),
                        "another version of plinth made it");
            }
            return Json.mapper().treeToValue(json, Manifest.class);
        } catch (JsonProcessingException e) {
            throw Failure.failed("%s is no manifest of an export: %s".formatted(key, e.getOriginalMessage()));
        } catch (IOException e) {
            throw Failure.failed("%s is no JSON: %s".formatted(key, e.getMessage()));
        }
    }
}
