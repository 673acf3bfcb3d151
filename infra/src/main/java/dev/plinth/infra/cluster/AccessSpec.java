package dev.plinth.infra.cluster;

import dev.plinth.infra.config.Section;
import dev.plinth.infra.config.Shape;
import dev.plinth.infra.network.Cidr;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** Who reaches the cluster's API from outside of its network, and who may do what there. */
public record AccessSpec(List<Cidr> publicBlocks, List<String> administrators, List<String> viewers) {
    /** EKS's quota of blocks for one endpoint: docs.aws.amazon.com/eks/latest/userguide/service-quotas.html. */
    private static final int BLOCKS_MAX = 40;

    private static final int ROLES_MAX = 20;

    /** An office has a /24 at most; what is wider is somebody else's too. */
    private static final int PREFIX_MIN = 24;

    private static final Shape<Cidr> BLOCK = new Shape<>(
            "an IPv4 block of size /24 or smaller that starts at its first address", "203.0.113.0/24", text -> {
                var block = Cidr.parse(text);
                if (block.prefix() < PREFIX_MIN) {
                    throw new IllegalArgumentException(text);
                }
                return block;
            });

    private static final Shape<String> ROLE = Shape.matching(
            "arn:aws:iam::\\d{12}:role/[\\w+=,.@/-]{1,512}",
            "the ARN of a role",
            "arn:aws:iam::111122223333:role/cluster-administrators");

    public AccessSpec {
        publicBlocks = List.copyOf(publicBlocks);
        administrators = List.copyOf(administrators);
        viewers = List.copyOf(viewers);
    }

    static AccessSpec read(Section settings) {
        var blocks = settings.list("publicCidrs", BLOCK, 0, BLOCKS_MAX);
        settings.needsReason(
                "publicCidrs",
                !blocks.isEmpty(),
                "the cluster's API is on the internet, and only credentials stand before it");
        var administrators = settings.list("administrators", ROLE, 0, ROLES_MAX);
        var viewers = settings.list("viewers", ROLE, 0, ROLES_MAX);
        var all = new ArrayList<>(administrators);
        all.addAll(viewers);
        if (new HashSet<>(all).size() != all.size()) {
            settings.report("viewers", "each role once among administrators and viewers", "remove what is there twice");
        }
        return new AccessSpec(blocks, administrators, viewers);
    }
}
