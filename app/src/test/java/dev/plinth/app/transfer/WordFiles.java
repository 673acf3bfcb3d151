package dev.plinth.app.transfer;

import dev.plinth.app.formats.RecordFormat;
import dev.plinth.app.metrics.MetricContent;
import dev.plinth.app.support.MetricSamples;
import dev.plinth.app.values.ConflictException;
import dev.plinth.app.values.InvalidFieldException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Reads files with a word a line: {@code finance.margin} is a metric of the domain finance, {@code ?finance.margin} is
 * one with a fault, and {@code !} hides the rest.
 */
final class WordFiles implements ImportFiles {
    static final Fault FAULT = new Fault("required", Optional.of("/name"), "must be given");
    static final Fault HIDES = new Fault("malformed", Optional.empty(), "The line cannot be read.");

    static MetricContent content(String id) {
        return MetricSamples.content(id, id.substring(0, id.indexOf('.')));
    }

    @Override
    public ImportFile open(RecordFormat format, InputStream content) {
        return new Lines(new BufferedReader(new InputStreamReader(content, StandardCharsets.UTF_8)));
    }

    @Override
    public Optional<List<Fault>> faults(RuntimeException failure) {
        return switch (failure) {
            case ConflictException conflict -> fault("conflict", Optional.empty(), conflict);
            case InvalidFieldException invalid -> fault("invalid", Optional.of(invalid.pointer()), invalid);
            default -> Optional.empty();
        };
    }

    private static Optional<List<Fault>> fault(String code, Optional<String> pointer, RuntimeException failure) {
        return Optional.of(List.of(new Fault(code, pointer, String.valueOf(failure.getMessage()))));
    }

    private static final class Lines implements ImportFile {
        private final BufferedReader reader;
        private int line;
        private boolean cut;

        Lines(BufferedReader reader) {
            this.reader = reader;
        }

        @Override
        public Optional<ImportRecord> next() throws IOException {
            return cut
                    ? Optional.empty()
                    : Optional.ofNullable(reader.readLine()).map(this::record);
        }

        private ImportRecord record(String word) {
            line++;
            cut = word.equals("!");
            if (cut) {
                return new ImportRecord.Faulty(line, Optional.empty(), List.of(HIDES));
            }
            return word.startsWith("?")
                    ? new ImportRecord.Faulty(line, Optional.of(word.substring(1)), List.of(FAULT))
                    : new ImportRecord.Sound(line, content(word));
        }

        @Override
        public boolean isCut() {
            return cut;
        }

        @Override
        public void close() throws IOException {
            reader.close();
        }
    }
}
