package dev.plinth.app.metrics;

import dev.plinth.app.values.Label;

/** A team that answers for a metric. */
public record Owner(OwnerRole role, Label team) {}
