package dev.plinth.ops.recovery;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plinth.ops.console.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The evidence of a drill.
 *
 * @param measured nothing when the drill did not come that far
 * @param trouble why the drill did not reach its end, or the copy is still there
 * @param validations what AWS Backup's own tests of restores said lately
 */
record DrillReport(
        Head head,
        Objectives objectives,
        Optional<Measured> measured,
        List<Verdict> verdicts,
        List<String> trouble,
        List<String> validations) {
    DrillReport {
        verdicts = List.copyOf(verdicts);
        trouble = List.copyOf(trouble);
        validations = List.copyOf(validations);
    }

    /** Which drill it was. */
    record Head(String id, String stack, String source, Instant asked, Instant ended) {}

    /** Tells whether the database can be restored as promised. */
    boolean passed() {
        return trouble.isEmpty()
                && measured.filter(found -> found.keeps(objectives)).isPresent()
                && verdicts.stream().noneMatch(Verdict::failed);
    }

    /** For programs: durations in seconds. */
    ObjectNode json() {
        var json = Json.object()
                .put("id", head.id())
                .put("stack", head.stack())
                .put("source", head.source())
                .put("asked", head.asked().toString())
                .put("ended", head.ended().toString())
                .put("passed", passed());
        json.putObject("objectives")
                .put("rtoSeconds", seconds(objectives.rto()))
                .put("rpoSeconds", seconds(objectives.rpo()));
        measured.ifPresent(found -> {
            var node = json.putObject("measured")
                    .put("rtoSeconds", seconds(found.rto()))
                    .put("rpoSeconds", seconds(found.rpo()))
                    .put("logBehindSeconds", seconds(found.behind()));
            found.newestChange().ifPresent(newest -> node.put("newestChange", newest.toString()));
        });
        var assertions = json.putArray("assertions");
        verdicts.forEach(verdict -> assertions
                .addObject()
                .put("name", verdict.name())
                .put("outcome", verdict.judgement().outcome().name().toLowerCase(Locale.ROOT))
                .put("detail", verdict.judgement().detail()));
        trouble.forEach(json.putArray("trouble")::add);
        validations.forEach(json.putArray("awsBackupValidations")::add);
        return json;
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
