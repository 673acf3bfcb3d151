package dev.plinth.ops.release;

import java.time.Duration;
import java.util.Optional;

/**
 * What the load balancer has counted for one colour.
 *
 * @param errors answers of the colour with a status of 500 or more
 * @param refused requests that the load balancer had to answer itself with 500 or more, whatever their colour
 * @param slow what 95 of 100 answers stayed below; nothing without answers
 */
public record Counts(long requests, long errors, long refused, Optional<Duration> slow) {}
