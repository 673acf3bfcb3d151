package dev.plinth.policies.security.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.eks.Cluster;
import com.pulumi.aws.eks.NodeGroup;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import java.util.List;
import org.junit.jupiter.api.Test;

final class EksSupportedVersionTest {
    private final PolicyTest rule = PolicyTest.of(new EksSupportedVersion());
    private final TestResource cluster = TestResource.of(Cluster.class, "eks");
    private final TestResource nodes = TestResource.of(NodeGroup.class, "nodes");

    @Test
    void acceptsAVersionThatEksMends() {
        assertThat(rule.violations(cluster.with("version", "1.35"), nodes.with("version", "1.34")))
                .isEmpty();
    }

    @Test
    void rejectsAnOlderOne() {
        assertThat(rule.violations(cluster.with("version", "1.31"), nodes.with("version", "1.3")))
                .containsExactly(
                        "eks runs Kubernetes 1.31, needs one of 1.34, 1.35, 1.36",
                        "nodes runs Kubernetes 1.3, needs one of 1.34, 1.35, 1.36");
    }

    @Test
    void leavesTheChoiceToEks() {
        assertThat(rule.notApplicable(cluster)).containsExactly("leaves the choice of the newest version to EKS");
    }

    @Test
    void judgesTheClusterWhoseVersionItsNodesGet() {
        assertThat(rule.notApplicable(nodes.unknown("version")))
                .containsExactly("judges the cluster whose version its nodes get");
    }

    @Test
    void takesItsVersionsFromTheConfiguration() {
        assertThat(rule.configured("supported", List.of("1.40")).violations(cluster.with("version", "1.36")))
                .containsExactly("eks runs Kubernetes 1.36, needs one of 1.40");
    }
}
