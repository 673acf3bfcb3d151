package dev.plinth.infra.edge;

import com.pulumi.core.Output;
import dev.plinth.infra.network.Placement;
import dev.plinth.infra.release.Weights;

/** What a load balancer is made from. */
public record LoadBalancerArgs(EdgeSpec spec, Output<String> vpcId, Placement placement, Weights weights) {}
