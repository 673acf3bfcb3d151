package dev.plinth.app.formats;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Optional;

/** How a file of metrics is written down. */
public enum RecordFormat {
    JSON("application/json"),
    YAML("application/yaml"),
    CSV("text/csv"),
    NDJSON("application/x-ndjson");

    private final String mediaType;

    RecordFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    /** What a file of this format is sent as. */
    public String mediaType() {
        return mediaType;
    }

    /** The format that is sent as this media type, if there is one; some have older names too. */
    public static Optional<RecordFormat> ofMediaType(String mediaType) {
        return Optional.ofNullable(
                switch (mediaType.toLowerCase(Locale.ROOT)) {
                    case "application/json" -> JSON;
                    case "application/yaml", "application/x-yaml", "text/yaml", "text/x-yaml" -> YAML;
                    case "text/csv" -> CSV;
                    case "application/x-ndjson", "application/ndjson", "application/jsonl" -> NDJSON;
                    default -> null;
                });
    }

    /** Reads a file from its beginning. Closing the reader closes the file. */
    public RecordReader reader(InputStream file) {
        return switch (this) {
            case JSON -> new DocumentReader(new RecordTrees(RecordTrees.JSON), file);
            case YAML -> new DocumentReader(new RecordTrees(RecordTrees.YAML), file);
            case NDJSON -> new LineReader(file);
            case CSV -> new TableReader(file);
        };
    }

    /** Begins a file. Closing the writer ends the file and leaves the stream open. */
    public RecordWriter writer(OutputStream file) throws IOException {
        return switch (this) {
            case JSON -> new DocumentWriter(file);
            case YAML -> new YamlWriter(file);
            case NDJSON -> new LineWriter(file);
            case CSV -> new TableWriter(file);
        };
    }
}
