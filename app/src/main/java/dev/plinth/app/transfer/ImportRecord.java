package dev.plinth.app.transfer;

import dev.plinth.app.metrics.MetricContent;
import java.util.List;
import java.util.Optional;

/** One record of a file that is imported; {@code line} is where it begins, from 1. */
public sealed interface ImportRecord {
    int line();

    record Sound(int line, MetricContent content) implements ImportRecord {}

    record Faulty(int line, Optional<String> metricId, List<Fault> faults) implements ImportRecord {}
}
