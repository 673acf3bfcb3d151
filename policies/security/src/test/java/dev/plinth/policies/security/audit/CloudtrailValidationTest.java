package dev.plinth.policies.security.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.cloudtrail.Trail;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import org.junit.jupiter.api.Test;

final class CloudtrailValidationTest {
    private final PolicyTest rule = PolicyTest.of(new CloudtrailValidation());
    private final TestResource trail = TestResource.of(Trail.class, "calls");

    @Test
    void acceptsSignedLogs() {
        assertThat(rule.violations(trail.with("enableLogFileValidation", true))).isEmpty();
    }

    @Test
    void rejectsUnsignedLogsWhichAreTheDefault() {
        assertThat(rule.violations(trail, trail.with("enableLogFileValidation", false)))
                .hasSize(2)
                .allMatch("calls leaves its log files unsigned, as enableLogFileValidation is not true"::equals);
    }

    @Test
    void waitsForAnUnknownValue() {
        assertThat(rule.undecided(trail.unknown("enableLogFileValidation")))
                .containsExactly("calls: enableLogFileValidation is not known before the deployment");
    }

    @Test
    void putsATrailRight() {
        TestResource remedied = rule.remedied(trail);

        assertThat(rule.violations(remedied)).isEmpty();
        assertThat(rule.remedied(remedied).resource()).isEqualTo(remedied.resource());
    }
}
