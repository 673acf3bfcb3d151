package dev.plinth.checks.faults.load;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** What the load asks for: one write in ten, which makes a metric of a name of its own; the others are reads. */
final class Traffic {
    /** Where metrics are made and found. */
    static final String METRICS = "/api/v1/metrics";

    private static final int WRITE_EVERY = 10;
    private static final int CREATED = 201;
    private static final int OK = 200;
    private static final List<String> READS =
            List.of(METRICS + "/drills.constant?view=draft", METRICS + "?view=draft&limit=20", "/api/v1/version");

    private final Line line;
    private final Journal journal;
    private final String run;

    /** Writes names that begin with the run's, so that no two runs want the same. */
    Traffic(Line line, Journal journal, String run) {
        this.line = line;
        this.journal = journal;
        this.run = run;
    }

    /** Sends one request; what went wrong, or nothing. */
    Optional<String> send(long number) {
        try {
            return number % WRITE_EVERY == 0 ? write(number) : read(number);
        } catch (IOException e) {
            return Optional.of(e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("interrupted");
        }
    }

    private Optional<String> write(long number) throws IOException, InterruptedException {
        var id = "drills.%s-%d".formatted(run, number);
        var status = line.post(METRICS, number, metric(id));
        if (status == CREATED) {
            journal.acknowledged(id);
        }
        return failure(status, CREATED);
    }

    private Optional<String> read(long number) throws IOException, InterruptedException {
        return failure(line.get(READS.get((int) (number % READS.size())), number), OK);
    }

    private static String metric(String id) {
        return """
            {"metric_id": "%s", "name": "%s", "domain": "drills", "metric_type": "operational",
             "description": "Written under load",
             "definition": {"unit": "count", "expressions": [{"dialect": "ansi_sql", "expression": "count(*)"}]}}\
            """.formatted(id, id);
    }

    private static Optional<String> failure(int status, int expected) {
        return status == expected ? Optional.empty() : Optional.of("status " + status);
    }
}
