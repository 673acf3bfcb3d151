package dev.plinth.policies.backup.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.eks.Cluster;
import com.pulumi.aws.eks.NodeGroup;
import com.pulumi.aws.eks.NodeGroupArgs;
import com.pulumi.aws.eks.inputs.NodeGroupScalingConfigArgs;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import org.junit.jupiter.api.Test;

final class EksSpreadTest {
    private final PolicyTest rule = PolicyTest.of(new EksSpread());
    private final TestResource cluster =
            TestResource.of(Cluster.class, "cluster").with("name", "prod");

    @Test
    void acceptsOneGroupInSeveralSubnets() {
        assertThat(rule.violations(cluster, nodes(2, "subnet-1", "subnet-2"))).isEmpty();
    }

    @Test
    void acceptsAGroupForEachSubnet() {
        assertThat(rule.violations(cluster, nodes(1, "subnet-1"), nodes(1, "subnet-2")))
                .isEmpty();
    }

    @Test
    void rejectsASingleNode() {
        assertThat(rule.violations(cluster, nodes(1, "subnet-1", "subnet-2")))
                .containsExactly("cluster may shrink to 1 nodes, needs 2");
    }

    @Test
    void rejectsASingleSubnet() {
        assertThat(rule.violations(cluster, nodes(2, "subnet-1")))
                .containsExactly("cluster has all its nodes in 1 subnets, needs 2");
        assertThat(rule.violations(cluster, nodes(1, "subnet-1"), nodes(1, "subnet-1")))
                .hasSize(1);
    }

    @Test
    void doesNotCountTheNodesOfAnotherCluster() {
        assertThat(rule.violations(
                        cluster, nodes(1, "subnet-1"), nodes(1, "subnet-2").with("clusterName", "other")))
                .hasSize(2);
    }

    @Test
    void leavesAClusterAloneWhoseNodesAreElsewhere() {
        assertThat(rule.notApplicable(cluster)).containsExactly("is about clusters with node groups in the same stack");
    }

    @Test
    void givesSeveralGroupsInUnknownSubnetsTheBenefitOfTheDoubt() {
        var unknown = nodes(1, "subnet-1").unknown("subnetIds");

        assertThat(rule.violations(cluster, unknown, unknown)).isEmpty();
        assertThat(rule.undecided(cluster, unknown, unknown)).isEmpty();
    }

    @Test
    void waitsForTheSubnetsOfASingleGroup() {
        assertThat(rule.undecided(cluster, nodes(2, "subnet-1").unknown("subnetIds")))
                .containsExactly("cluster: subnetIds is not known before the deployment");
    }

    @Test
    void asksForAsManyNodesAndSubnetsAsConfigured() {
        PolicyTest three = rule.configured("nodesMin", 3).configured("subnetsMin", 3);

        assertThat(three.violations(cluster, nodes(2, "subnet-1", "subnet-2")))
                .containsExactly(
                        "cluster may shrink to 2 nodes, needs 3", "cluster has all its nodes in 2 subnets, needs 3");
    }

    private static TestResource nodes(int min, String... subnets) {
        return TestResource.of(
                NodeGroup.class,
                "nodes-" + min + String.join("", subnets),
                NodeGroupArgs.builder()
                        .clusterName("prod")
                        .nodeRoleArn("arn:aws:iam::1:role/nodes")
                        .subnetIds(subnets)
                        .scalingConfig(NodeGroupScalingConfigArgs.builder()
                                .minSize(min)
                                .desiredSize(min)
                                .maxSize(9)
                                .build())
                        .build());
    }
}
