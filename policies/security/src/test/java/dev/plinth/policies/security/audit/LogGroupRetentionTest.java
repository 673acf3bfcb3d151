package dev.plinth.policies.security.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.cloudwatch.LogGroup;
import com.pulumi.aws.cloudwatch.LogGroupArgs;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import org.junit.jupiter.api.Test;

final class LogGroupRetentionTest {
    private final PolicyTest rule = PolicyTest.of(new LogGroupRetention());

    @Test
    void acceptsAYearAndMore() {
        assertThat(rule.violations(group(365), group(3653))).isEmpty();
    }

    @Test
    void rejectsLess() {
        assertThat(rule.violations(group(180))).containsExactly("logs keeps its logs for 180 days, needs 365");
    }

    @Test
    void rejectsLogsThatAreKeptForEver() {
        assertThat(rule.violations(group(0), TestResource.of(LogGroup.class, "logs")))
                .hasSize(2)
                .allMatch("logs keeps its logs for ever, as retentionInDays is not set"::equals);
    }

    @Test
    void leavesLogsAloneThatOnlyPassThrough() {
        assertThat(rule.notApplicable(group(0).with("logGroupClass", "DELIVERY")))
                .containsExactly("leaves logs alone that only pass through: AWS keeps them for two days");
    }

    @Test
    void asksForAsManyDaysAsConfigured() {
        assertThat(rule.configured("daysMin", 90).violations(group(90), group(60)))
                .containsExactly("logs keeps its logs for 60 days, needs 90");
    }

    @Test
    void waitsForAnUnknownValue() {
        assertThat(rule.undecided(group(365).unknown("retentionInDays")))
                .containsExactly("logs: retentionInDays is not known before the deployment");
    }

    private static TestResource group(int days) {
        return TestResource.of(
                LogGroup.class,
                "logs",
                LogGroupArgs.builder().retentionInDays(days).build());
    }
}
