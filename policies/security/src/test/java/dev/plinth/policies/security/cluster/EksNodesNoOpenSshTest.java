package dev.plinth.policies.security.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.eks.NodeGroup;
import dev.plinth.policy.Value;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class EksNodesNoOpenSshTest {
    private final PolicyTest rule = PolicyTest.of(new EksNodesNoOpenSsh());
    private final TestResource nodes = TestResource.of(NodeGroup.class, "nodes");

    @Test
    void rejectsAKeyWithoutASecurityGroup() {
        assertThat(rule.violations(
                        nodes.with("remoteAccess", Map.of("ec2SshKey", "k")),
                        nodes.with("remoteAccess", Map.of("ec2SshKey", "k", "sourceSecurityGroupIds", List.of()))))
                .hasSize(2)
                .allMatch("nodes has nodes that take SSH from anywhere"::equals);
    }

    @Test
    void acceptsASecurityGroupBeItUnknown() {
        assertThat(rule.violations(nodes.with(
                        "remoteAccess", Map.of("ec2SshKey", "k", "sourceSecurityGroupIds", new Value.Unknown()))))
                .isEmpty();
    }

    @Test
    void isAboutNodesWithRemoteAccess() {
        assertThat(rule.notApplicable(nodes)).containsExactly("is about nodes with remoteAccess");
    }

    @Test
    void waitsForUnknownRemoteAccess() {
        assertThat(rule.undecided(nodes.unknown("remoteAccess"))).hasSize(1);
    }
}
