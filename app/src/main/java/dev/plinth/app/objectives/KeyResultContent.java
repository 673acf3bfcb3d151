package dev.plinth.app.objectives;

import dev.plinth.app.values.Label;
import dev.plinth.app.values.MetricId;
import java.util.Optional;

/** What people write about a key result; it may be the value of a metric. */
public record KeyResultContent(Label name, Label unit, Optional<MetricId> metric, Aim aim) {}
