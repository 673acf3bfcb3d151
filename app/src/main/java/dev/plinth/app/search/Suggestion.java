package dev.plinth.app.search;

import dev.plinth.app.values.MetricId;

/** How what somebody began to type may go on. */
public sealed interface Suggestion {
    String text();

    /** A metric that is called like that, by one of its names. */
    record OfMetric(String text, Kind kind, MetricId id) implements Suggestion {}

    /** A tag that so many metrics have. */
    record OfTag(String text, long metrics) implements Suggestion {}

    /** Which of its names a metric is found by. */
    enum Kind {
        NAME,
        ALIAS,
        ID
    }
}
