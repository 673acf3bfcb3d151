package dev.plinth.ops.release;

import java.time.Instant;

/** What is counted for a colour. */
public interface TrafficCounts {
    Counts of(Colour colour, Instant from, Instant to);
}
