package dev.plinth.checks.faults.load;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a load has found, as its process prints it.
 *
 * @param failures how many requests failed, by status or exception
 * @param longestOutageMillis the longest time in which no request went well
 * @param failingSeconds how many seconds saw at least one failure
 * @param tailMillis what 99 of 100 good answers stayed below
 * @param lost the acknowledged writes that are not there
 */
public record Figures(
        int sent,
        SortedMap<String, Long> failures,
        long longestOutageMillis,
        long failingSeconds,
        long tailMillis,
        int acknowledged,
        List<String> lost) {
    public Figures {
        failures = new TreeMap<>(failures);
        lost = List.copyOf(lost);
    }

    static Figures of(Tally tally, int acknowledged, List<String> lost) {
        return new Figures(
                tally.sent(),
                tally.failures(),
                tally.longestOutage().toMillis(),
                tally.secondsWithFailures(),
                tally.tail().toMillis(),
                acknowledged,
                lost);
    }

    /** How many requests failed. */
    public long failed() {
        return failures.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Causes and how often, for people; empty when nothing failed. */
    public String causes() {
        return String.join(", ", failures.entrySet().stream().map(Figures::text).toList());
    }

    private static String text(Map.Entry<String, Long> cause) {
        return "%d × %s".formatted(cause.getValue(), cause.getKey());
    }
}
