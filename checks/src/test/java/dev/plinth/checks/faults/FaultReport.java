package dev.plinth.checks.faults;

import dev.plinth.checks.faults.load.Figures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;

/** The page with the figures of all drills. */
final class FaultReport {
    static final String COMMAND = "./plinth test --faults";

    private FaultReport() {}

    static void write(Path file, List<Drill> drills) throws IOException {
        var text = new StringBuilder(head());
        drills.forEach(drill -> text.append(row(drill)));
        Files.writeString(file, text);
    }

    private static String head() throws IOException {
        return """
            # What clients notice of faults

            Written by `%s` on %s; do not edit. Machine: %s.

            Each drill brings a fault upon the environment `local`, all of it real processes on one machine with one pod a
            colour, while another process sends %d requests a second through the public address: nine reads and one write,
            by the clock, waiting for no answer and asking for none twice. A request fails when its answer is not the
            expected one, or not there in 5 seconds. Unavailable is the longest time in which every request failed, and the
            number of seconds in which any did. An acknowledged write is lost when the API does not have it after the drill.
            p99 is of the good answers.

            | Drill | Requests | Failed | Unavailable | Writes acknowledged | Lost | p99 | What happened |
            |---|---:|---:|---:|---:|---:|---:|---|
            """.formatted(COMMAND, LocalDate.now(ZoneOffset.UTC), machine(), Load.REQUESTS_PER_SECOND);
    }

    /** A line of the table. */
    static String row(Drill drill) {
        var figures = drill.figures();
        return "| %s | %d | %d | %s | %d | %d | %d ms | %s |%n"
                .formatted(
                        drill.what(),
                        figures.sent(),
                        figures.failed(),
                        unavailable(figures),
                        figures.acknowledged(),
                        figures.lost().size(),
                        figures.tailMillis(),
                        remark(drill));
    }

    private static String unavailable(Figures figures) {
        return figures.failed() == 0
                ? "0"
                : String.format(
                        Locale.ROOT,
                        "%.1f s (in %d s)",
                        figures.longestOutageMillis() / 1000.0,
                        figures.failingSeconds());
    }

    private static String remark(Drill drill) {
        var causes = drill.figures().causes();
        return causes.isEmpty() ? drill.remark() : "%s; failures: %s".formatted(drill.remark(), causes);
    }

    private static String machine() throws IOException {
        var memory = Files.readAllLines(Path.of("/proc/meminfo")).getFirst().replaceAll("\\D+", "");
        var model = Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 2))
                .findFirst()
                .orElse(System.getProperty("os.arch"));
        return "%d processors (%s), %d GB, Linux %s"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        model,
                        Long.parseLong(memory) / 1_000_000,
                        System.getProperty("os.version"));
    }
}
