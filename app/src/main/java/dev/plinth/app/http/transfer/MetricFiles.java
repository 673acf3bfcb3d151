package dev.plinth.app.http.transfer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plinth.app.formats.FoundRecord;
import dev.plinth.app.formats.RecordFormat;
import dev.plinth.app.formats.RecordReader;
import dev.plinth.app.http.JsonObjectReader;
import dev.plinth.app.http.Problem;
import dev.plinth.app.http.Problems;
import dev.plinth.app.http.RefusedException;
import dev.plinth.app.http.Violation;
import dev.plinth.app.http.metrics.MetricReader;
import dev.plinth.app.transfer.Fault;
import dev.plinth.app.transfer.ImportFiles;
import dev.plinth.app.transfer.ImportRecord;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** Reads files of metrics by the rules that hold for metrics in requests, and with the same faults. */
public final class MetricFiles implements ImportFiles {
    private static final int ID_LENGTH_MAX = 200;

    @Override
    public ImportFile open(RecordFormat format, InputStream content) {
        return new Open(format.reader(content));
    }

    @Override
    public Optional<List<Fault>> faults(RuntimeException failure) {
        return Problems.of(failure).map(MetricFiles::faults);
    }

    private static List<Fault> faults(Problem problem) {
        if (problem.violations().isEmpty()) {
            return List.of(new Fault(problem.type().code(), Optional.empty(), problem.detail()));
        }
        return problem.violations().stream().map(MetricFiles::fault).toList();
    }

    private static Fault fault(Violation violation) {
        return new Fault(violation.code(), Optional.of(violation.location()), violation.detail());
    }

    private record Open(RecordReader reader) implements ImportFile {
        @Override
        public Optional<ImportRecord> next() throws IOException {
            return reader.next().map(Open::record);
        }

        private static ImportRecord record(FoundRecord found) {
            return switch (found) {
                case FoundRecord.Broken(int line, String detail) ->
                    new ImportRecord.Faulty(
                            line, Optional.empty(), List.of(new Fault("malformed", Optional.empty(), detail)));
                case FoundRecord.Sound(int line, ObjectNode content) -> metric(line, content);
            };
        }

        private static ImportRecord metric(int line, ObjectNode content) {
            try {
                return new ImportRecord.Sound(line, new MetricReader(new JsonObjectReader(content)).read());
            } catch (RefusedException refused) {
                Optional<String> id = Optional.ofNullable(
                                content.path("metric_id").textValue())
                        .filter(text -> text.length() <= ID_LENGTH_MAX && text.indexOf('\0') < 0);
                return new ImportRecord.Faulty(line, id, faults(refused.problem()));
            }
        }

        @Override
        public boolean isCut() {
            return reader.isCut();
        }

        @Override
        public void close() throws IOException {
            reader.close();
        }
    }
}
