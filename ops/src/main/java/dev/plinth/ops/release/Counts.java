package dev.plinth.ops.release;

import java.time.Duration;
import java.util.Optional;

/**
 * What was counted for one colour, by the load balancer or by the app.
 *
 * @param errors answers of the colour with a status of 500 or more
 * @param refused requests that found no room: that the load balancer had to answer itself with 500 or more, whatever their
 *     colour, or that instances of the colour turned away because they were full
 * @param slow what 95 of 100 answers stayed below; nothing without answers
 */
public record Counts(long requests, long errors, long refused, Optional<Duration> slow) {}
