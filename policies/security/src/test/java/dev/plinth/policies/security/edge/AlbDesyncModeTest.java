package dev.plinth.policies.security.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.lb.LoadBalancer;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import org.junit.jupiter.api.Test;

final class AlbDesyncModeTest {
    private final PolicyTest rule = PolicyTest.of(new AlbDesyncMode());
    private final TestResource balancer = TestResource.of(LoadBalancer.class, "web");

    @Test
    void acceptsTheModesThatStopRequestsAndTheDefault() {
        assertThat(rule.violations(mode("defensive"), mode("strictest"), balancer))
                .isEmpty();
    }

    @Test
    void rejectsTheModeThatOnlyWatches() {
        assertThat(rule.violations(mode("monitor")))
                .containsExactly("web only counts ambiguous requests, as desyncMitigationMode is monitor");
    }

    @Test
    void leavesOtherBalancersAlone() {
        assertThat(rule.notApplicable(mode("monitor").with("loadBalancerType", "network")))
                .containsExactly("is about load balancers of the type application");
    }

    @Test
    void waitsForAnUnknownValue() {
        assertThat(rule.undecided(balancer.unknown("desyncMitigationMode")))
                .containsExactly("web: desyncMitigationMode is not known before the deployment");
    }

    @Test
    void setsAModeThatStopsRequests() {
        TestResource remedied = rule.remedied(mode("monitor"));

        assertThat(rule.violations(remedied)).isEmpty();
        assertThat(rule.remedied(remedied).resource()).isEqualTo(remedied.resource());
    }

    private TestResource mode(String mode) {
        return balancer.with("desyncMitigationMode", mode);
    }
}
