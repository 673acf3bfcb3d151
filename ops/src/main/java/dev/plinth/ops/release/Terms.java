package dev.plinth.ops.release;

import java.time.Duration;

/**
 * How careful a release is.
 *
 * @param bake how long the traffic stays as it is before the next step
 * @param patience how much longer to wait for requests to be counted, and for targets to become healthy
 */
public record Terms(Duration bake, Duration patience, Limits limits) {
    /**
     * What a new version may show while it bakes.
     *
     * @param errorRatioMax the part of the requests that it may answer with 500 or more, from 0 to 1
     * @param slowMax what 95 of 100 answers stay below
     * @param saturationMax for each of its requests, how many may have found no room
     * @param requestsMin with fewer requests nothing is judged
     */
    public record Limits(double errorRatioMax, Duration slowMax, double saturationMax, long requestsMin) {}
}
