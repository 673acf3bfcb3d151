package dev.plinth.policies.security.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.lb.LoadBalancer;
import com.pulumi.aws.lb.LoadBalancerArgs;
import com.pulumi.aws.lb.inputs.LoadBalancerAccessLogsArgs;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class AlbAccessLogsTest {
    private final PolicyTest rule = PolicyTest.of(new AlbAccessLogs());
    private final TestResource balancer = TestResource.of(LoadBalancer.class, "web");

    @Test
    void acceptsAnAccessLog() {
        assertThat(rule.violations(logging(true))).isEmpty();
    }

    @Test
    void rejectsNoAccessLogSaidOrUnsaid() {
        assertThat(rule.violations(balancer))
                .containsExactly("web writes no access log, as accessLogs.enabled is not true");
        assertThat(rule.violations(logging(false))).hasSize(1);
    }

    @Test
    void rejectsABucketThatNothingGoesTo() {
        assertThat(rule.violations(balancer.with("accessLogs", Map.of("bucket", "logs"))))
                .hasSize(1);
    }

    @Test
    void leavesOtherBalancersAlone() {
        assertThat(rule.notApplicable(balancer.with("loadBalancerType", "gateway")))
                .containsExactly("is about load balancers of the type application");
    }

    @Test
    void waitsForAnUnknownValue() {
        assertThat(rule.undecided(balancer.unknown("accessLogs")))
                .containsExactly("web: accessLogs is not known before the deployment");
    }

    private static TestResource logging(boolean enabled) {
        return TestResource.of(
                LoadBalancer.class,
                "web",
                LoadBalancerArgs.builder()
                        .accessLogs(LoadBalancerAccessLogsArgs.builder()
                                .bucket("logs")
                                .enabled(enabled)
                                .build())
                        .build());
    }
}
