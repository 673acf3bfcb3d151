package dev.plinth.infra.cluster;

import com.pulumi.core.Output;
import dev.plinth.infra.network.Cidr;
import dev.plinth.infra.network.Placement;
import dev.plinth.infra.notices.Signals;

/**
 * What a cluster is made from.
 *
 * @param keyArn the key for its secrets and disks
 */
public record ClusterArgs(ClusterSpec spec, Surroundings around, Output<String> keyArn, Signals signals) {

    /** Where the cluster stands: its network, and the place of its nodes in it. */
    public record Surroundings(Output<String> vpcId, Cidr addresses, Placement nodes) {}
}
