package dev.plinth.policies.security.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.lb.LoadBalancer;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import java.util.List;
import org.junit.jupiter.api.Test;

final class AlbPublicAllowListTest {
    private final PolicyTest rule = PolicyTest.of(new AlbPublicAllowList());
    private final TestResource balancer = TestResource.of(LoadBalancer.class, "web");

    @Test
    void acceptsAnInternalBalancer() {
        assertThat(rule.violations(balancer.with("internal", true))).isEmpty();
    }

    @Test
    void rejectsAPublicBalancerSaidOrUnsaid() {
        assertThat(rule.violations(balancer))
                .containsExactly("web faces the internet and is not named as one that may");
        assertThat(rule.violations(balancer.with("internal", false).with("loadBalancerType", "network")))
                .hasSize(1);
    }

    @Test
    void acceptsAPublicBalancerThatIsNamed() {
        assertThat(rule.configured("balancers", List.of("web")).violations(balancer))
                .isEmpty();
        assertThat(rule.configured("balancers", List.of("other")).violations(balancer))
                .hasSize(1);
    }

    @Test
    void leavesGatewaysAlone() {
        assertThat(rule.notApplicable(balancer.with("loadBalancerType", "gateway")))
                .containsExactly("leaves gateway load balancers alone, which have no address");
    }

    @Test
    void waitsForAnUnknownValue() {
        assertThat(rule.undecided(balancer.unknown("internal")))
                .containsExactly("web: internal is not known before the deployment");
    }
}
