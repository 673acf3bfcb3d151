package dev.plinth.policies.backup.resilience;

import com.pulumi.aws.eks.Cluster;
import com.pulumi.aws.eks.NodeGroup;
import dev.plinth.policy.Context;
import dev.plinth.policy.Described;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.ObjectProperty;
import dev.plinth.policy.Properties;
import dev.plinth.policy.Property;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceTypes;
import dev.plinth.policy.RuleConfig;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Severity;
import dev.plinth.policy.Stack;
import dev.plinth.policy.StackRule;
import java.util.List;

/** A cluster has nodes left when one of them, or the zone of one of them, is gone. */
final class EksSpread implements StackRule {
    record Limits(
            @Described(value = "nodes that a cluster has at least, over all its node groups", min = 1)
            int nodesMin,

            @Described(value = "subnets that these nodes are in at least", min = 1)
            int subnetsMin) {}

    private static final RuleConfig<Limits> LIMITS = RuleConfig.of(new Limits(2, 2));

    private static final ResourceTypes CLUSTERS = ResourceTypes.of(Cluster.class);
    private static final Property<String> NAME = CLUSTERS.text("name");
    private static final ResourceTypes GROUPS = ResourceTypes.of(NodeGroup.class);
    private static final Property<String> CLUSTER_NAME = GROUPS.text("clusterName");
    private static final Property<List<String>> SUBNETS = GROUPS.texts("subnetIds");
    private static final ObjectProperty<Properties> SCALING = GROUPS.object("scalingConfig");
    private static final Property<Integer> NODES_MIN = SCALING.fields().integer("minSize");

    @Override
    public RuleInfo info() {
        return RuleInfo.mandatory("eks-spread", CLUSTERS, "A cluster's nodes are several, and in several subnets")
                .severity(Severity.MEDIUM)
                .why("Pods can only go on elsewhere if there is an elsewhere that is already running.")
                .cure("give the node groups subnets in several zones, and a minSize that makes several nodes together")
                .config(LIMITS);
    }

    @Override
    public Judgement check(Resource cluster, Stack stack, Context context) {
        List<Resource> groups = stack.mayRefer(cluster, CLUSTER_NAME, NAME);
        if (groups.isEmpty()) {
            return Judgement.notApplicable("is about clusters with node groups in the same stack");
        }
        Limits limits = context.get(LIMITS);
        return Judgement.all(
                () -> checkNodes(groups, limits.nodesMin()), () -> checkSubnets(groups, limits.subnetsMin()));
    }

    private static Judgement checkNodes(List<Resource> groups, int needed) {
        int nodes = groups.stream()
                .mapToInt(group -> group.get(SCALING)
                        .flatMap(scaling -> scaling.get(NODES_MIN))
                        .orElse(0))
                .sum();
        return Judgement.violatedIf(nodes < needed, "may shrink to %d nodes, needs %d".formatted(nodes, needed));
    }

    private static Judgement checkSubnets(List<Resource> groups, int needed) {
        // A group for each zone is the usual way to be in several, and in a new stack no subnet is known.
        if (groups.size() >= needed && groups.stream().anyMatch(group -> group.isUnknown(SUBNETS))) {
            return Judgement.kept();
        }
        long subnets = groups.stream()
                .flatMap(group -> group.get(SUBNETS).orElse(List.of()).stream())
                .distinct()
                .count();
        return Judgement.violatedIf(
                subnets < needed, "has all its nodes in %d subnets, needs %d".formatted(subnets, needed));
    }
}
