package dev.plinth.policies.security.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.eks.Cluster;
import com.pulumi.aws.eks.ClusterArgs;
import com.pulumi.aws.eks.inputs.ClusterVpcConfigArgs;
import dev.plinth.policy.Value;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class EksEndpointRestrictedTest {
    private final PolicyTest rule = PolicyTest.of(new EksEndpointRestricted());

    @Test
    void acceptsAClosedApi() {
        assertThat(rule.violations(cluster(closed()))).isEmpty();
    }

    @Test
    void acceptsSomeAddresses() {
        assertThat(rule.violations(cluster(closed().endpointPublicAccess(true).publicAccessCidrs("203.0.113.0/24"))))
                .isEmpty();
    }

    @Test
    void rejectsTheWholeInternet() {
        assertThat(rule.violations(
                        cluster(closed().endpointPublicAccess(true).publicAccessCidrs("203.0.113.0/24", "0.0.0.0/0")),
                        cluster(closed().endpointPublicAccess(true))))
                .hasSize(2)
                .allMatch("eks has an API that the whole internet reaches"::equals);
    }

    @Test
    void rejectsWhatEksDoesByItself() {
        assertThat(rule.violations(cluster(network())))
                .containsExactly(
                        "eks has an API that the whole internet reaches",
                        "eks has an API that its own network reaches by the internet only");
    }

    @Test
    void decidesThoughSubnetsAreUnknown() {
        TestResource planned = TestResource.of(Cluster.class, "eks")
                .with("vpcConfig", Map.of("subnetIds", new Value.Unknown(), "endpointPublicAccess", true));

        assertThat(rule.violations(planned)).hasSize(2);
    }

    @Test
    void waitsForUnknownAddresses() {
        TestResource planned = TestResource.of(Cluster.class, "eks")
                .with("vpcConfig", Map.of("publicAccessCidrs", new Value.Unknown(), "endpointPrivateAccess", true));

        assertThat(rule.undecided(planned))
                .containsExactly("eks: publicAccessCidrs is not known before the deployment");
    }

    private static ClusterVpcConfigArgs.Builder closed() {
        return network().endpointPublicAccess(false).endpointPrivateAccess(true);
    }

    private static ClusterVpcConfigArgs.Builder network() {
        return ClusterVpcConfigArgs.builder().subnetIds("a", "b");
    }

    private static TestResource cluster(ClusterVpcConfigArgs.Builder network) {
        return TestResource.of(
                Cluster.class,
                "eks",
                ClusterArgs.builder().roleArn("arn").vpcConfig(network.build()).build());
    }
}
