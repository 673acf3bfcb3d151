package dev.plinth.app.consumers;

import dev.plinth.app.metrics.Version;
import dev.plinth.app.values.Label;
import java.util.Optional;

/** What a consumer says of itself: which version of the metric it uses, and whom to tell of changes. */
public record Usage(ConsumerName consumer, Optional<Version> version, Optional<Label> contact) {}
