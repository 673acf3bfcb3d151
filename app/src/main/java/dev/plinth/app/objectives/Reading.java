package dev.plinth.app.objectives;

import dev.plinth.app.metrics.Amount;
import java.time.Instant;
import java.util.Optional;

/** Where a key result stands: its value, when that was reported if it ever was, and how that was judged. */
public record Reading(Amount current, Optional<Instant> at, Track track) {}
