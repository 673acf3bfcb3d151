package dev.plinth.app.metrics;

import java.util.Optional;

/** What a metric should reach in a period, and from where on it is worth a warning, or critical. */
public record Target(TargetPeriod period, Amount value, Optional<Amount> warning, Optional<Amount> critical) {}
