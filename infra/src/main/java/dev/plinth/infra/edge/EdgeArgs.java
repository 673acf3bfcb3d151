package dev.plinth.infra.edge;

import com.pulumi.core.Output;
import dev.plinth.infra.network.Placement;
import dev.plinth.infra.notices.Signals;
import dev.plinth.infra.release.Weights;
import dev.plinth.infra.secret.SecretPolicy;
import dev.plinth.infra.site.Site;

/** What an edge is made from. */
public record EdgeArgs(EdgeSpec spec, Inside inside, Site site, SecretPolicy secrets, Signals signals) {

    /** What it leads to: where the load balancer stands, and how the release shares the requests. */
    public record Inside(Output<String> vpcId, Placement placement, Weights weights) {}
}
