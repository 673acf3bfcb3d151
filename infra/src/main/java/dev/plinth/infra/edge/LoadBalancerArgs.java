package dev.plinth.infra.edge;

import com.pulumi.core.Output;

/**
 * What a load balancer is made from.
 *
 * @param hsts how long, and for which names, browsers shall insist on HTTPS
 * @param logBucket the bucket that its logs go to
 */
record LoadBalancerArgs(
        EdgeArgs.Inside inside,
        Output<String> certificateArn,
        Hsts hsts,
        Output<String> logBucket,
        boolean deletionProtection) {}
