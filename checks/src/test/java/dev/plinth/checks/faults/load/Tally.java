package dev.plinth.checks.faults.load;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;

/** Counts answers. Safe for use by many threads. */
final class Tally {
    private static final double TAIL = 0.99;

    private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();

    void add(Answer answer) {
        answers.add(answer);
    }

    int sent() {
        return answers.size();
    }

    SortedMap<String, Long> failures() {
        return answers.stream()
                .flatMap(answer -> answer.failure().stream())
                .collect(Collectors.groupingBy(cause -> cause, TreeMap::new, Collectors.counting()));
    }

    /** From the first of a row of failures to the next request that went well; the longest such row. */
    Duration longestOutage() {
        var longest = 0L;
        var begin = -1L;
        for (var answer : inOrder()) {
            if (answer.isFailure()) {
                begin = begin < 0 ? answer.dueNanos() : begin;
                longest = Math.max(longest, answer.dueNanos() - begin);
            } else if (begin >= 0) {
                longest = Math.max(longest, answer.dueNanos() - begin);
                begin = -1;
            }
        }
        return Duration.ofNanos(longest);
    }

    /** In how many seconds of the load at least one request failed. */
    long secondsWithFailures() {
        return answers.stream()
                .filter(Answer::isFailure)
                .map(answer -> Duration.ofNanos(answer.dueNanos()).toSeconds())
                .distinct()
                .count();
    }

    /** What 99 of 100 good answers stayed below. */
    Duration tail() {
        var times = answers.stream()
                .filter(answer -> !answer.isFailure())
                .map(Answer::tookNanos)
                .sorted()
                .toList();
        return times.isEmpty() ? Duration.ZERO : Duration.ofNanos(times.get((int) ((times.size() - 1) * TAIL)));
    }

    private List<Answer> inOrder() {
        return answers.stream()
                .sorted(Comparator.comparingLong(Answer::dueNanos))
                .toList();
    }
}
