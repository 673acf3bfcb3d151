package dev.plinth.policies.backup.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.lb.TargetGroup;
import com.pulumi.aws.lb.TargetGroupArgs;
import com.pulumi.aws.lb.inputs.TargetGroupHealthCheckArgs;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import org.junit.jupiter.api.Test;

final class TargetGroupHealthTest {
    private static final String NO_PATH =
            "pods asks no path that knows whether a target can work, as healthCheck.path is not set";

    private final PolicyTest rule = PolicyTest.of(new TargetGroupHealth());

    @Test
    void acceptsAPath() {
        assertThat(rule.violations(group("HTTP", health().path("/ready")))).isEmpty();
    }

    @Test
    void rejectsAGroupThatChecksNothing() {
        assertThat(rule.violations(group("HTTP", health().enabled(false).path("/ready"))))
                .containsExactly("pods checks no target, as healthCheck.enabled is false");
    }

    @Test
    void rejectsAGroupWithoutAPath() {
        assertThat(rule.violations(group("HTTPS", health()))).containsExactly(NO_PATH);
        assertThat(rule.violations(TestResource.of(TargetGroup.class, "pods").with("protocol", "HTTP")))
                .containsExactly(NO_PATH);
    }

    @Test
    void acceptsACheckThatHasNoPaths() {
        assertThat(rule.violations(group("TCP", health()), group("HTTP", health().protocol("TCP"))))
                .isEmpty();
    }

    @Test
    void rejectsACheckThatHasPathsInAGroupThatHasNone() {
        assertThat(rule.violations(group("TCP", health().protocol("HTTP")))).containsExactly(NO_PATH);
    }

    @Test
    void waitsForAnUnknownValue() {
        assertThat(rule.undecided(group("HTTP", health()).unknown("healthCheck")))
                .containsExactly("pods: healthCheck is not known before the deployment");
    }

    private static TargetGroupHealthCheckArgs.Builder health() {
        return TargetGroupHealthCheckArgs.builder();
    }

    private static TestResource group(String protocol, TargetGroupHealthCheckArgs.Builder health) {
        return TestResource.of(
                TargetGroup.class,
                "pods",
                TargetGroupArgs.builder()
                        .protocol(protocol)
                        .healthCheck(health.build())
                        .build());
    }
}
