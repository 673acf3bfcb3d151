package dev.plinth.sandbox.proxy;

import java.time.Duration;

/**
 * How a target proves that it is well: this path answers with a status that the matcher ("200", "200-299", "200,301")
 * names, so many times in a row; port 0 means the port that gets the traffic.
 */
public record HealthCheck(
        Protocol protocol,
        int port,
        String path,
        String matcher,
        Duration interval,
        Duration timeout,
        Thresholds thresholds) {
    /** Answers in a row that turn a target well, and unwell. */
    public record Thresholds(int healthy, int unhealthy) {}
}
