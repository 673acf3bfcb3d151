package dev.plinth.ops.cloud;

import java.time.Duration;
import java.util.Optional;

/**
 * What a load balancer has counted for one target group.
 *
 * @param targetErrors answers of the targets with a status of 500 or more
 * @param loadBalancerErrors such answers that the load balancer gave itself, for all its target groups
 * @param slow how long 95 of 100 answers took at most; nothing when there were none
 */
public record Traffic(long requests, long targetErrors, long loadBalancerErrors, Optional<Duration> slow) {
    /** The part of the requests that ended with a status of 500 or more, from 0 to 1. */
    public double errorRatio() {
        return requests == 0 ? 0 : Math.min(1, (double) (targetErrors + loadBalancerErrors) / requests);
    }
}
