package dev.plinth.app.metrics;

import dev.plinth.app.values.Label;
import java.util.Optional;

/** Where the data of a metric comes from: a table, or one column of it. */
public record Source(Label system, Label table, Optional<Label> column) {}
