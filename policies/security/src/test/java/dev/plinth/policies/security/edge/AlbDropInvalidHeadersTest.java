package dev.plinth.policies.security.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.lb.LoadBalancer;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import org.junit.jupiter.api.Test;

final class AlbDropInvalidHeadersTest {
    private final PolicyTest rule = PolicyTest.of(new AlbDropInvalidHeaders());
    private final TestResource balancer = TestResource.of(LoadBalancer.class, "web");

    @Test
    void acceptsABalancerThatDropsThem() {
        assertThat(rule.violations(balancer.with("dropInvalidHeaderFields", true)))
                .isEmpty();
    }

    @Test
    void rejectsOneThatDoesNotSaidOrUnsaid() {
        assertThat(rule.violations(balancer)).containsExactly("web passes on headers that are not valid");
        assertThat(rule.violations(balancer.with("dropInvalidHeaderFields", false)))
                .hasSize(1);
    }

    @Test
    void leavesBalancersAloneThatDoNotReadHeaders() {
        assertThat(rule.notApplicable(balancer.with("loadBalancerType", "network")))
                .containsExactly("is about load balancers of the type application");
    }

    @Test
    void waitsForAnUnknownValue() {
        assertThat(rule.undecided(balancer.unknown("dropInvalidHeaderFields")))
                .containsExactly("web: dropInvalidHeaderFields is not known before the deployment");
    }

    @Test
    void makesTheBalancerDropThem() {
        TestResource remedied = rule.remedied(balancer);

        assertThat(rule.violations(remedied)).isEmpty();
        assertThat(rule.remedied(remedied).resource()).isEqualTo(remedied.resource());
    }

    @Test
    void putsNothingRightWhereItDoesNotApply() {
        TestResource network = balancer.with("loadBalancerType", "network");

        assertThat(rule.remedied(network).resource()).isEqualTo(network.resource());
    }
}
