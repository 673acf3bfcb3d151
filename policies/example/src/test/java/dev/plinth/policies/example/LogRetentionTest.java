package dev.plinth.policies.example;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.cloudwatch.LogGroup;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import org.junit.jupiter.api.Test;

final class LogRetentionTest {
    private final PolicyTest rule = PolicyTest.of(new LogRetention());
    private final TestResource group = TestResource.of(LogGroup.class, "logs");

    @Test
    void acceptsThirtyDays() {
        assertThat(rule.violations(group.with("retentionInDays", 30))).isEmpty();
    }

    @Test
    void rejectsLess() {
        assertThat(rule.violations(group.with("retentionInDays", 29)))
                .containsExactly("logs keeps logs for 29 days, needs 30");
    }

    @Test
    void rejectsForEver() {
        assertThat(rule.violations(group)).containsExactly("logs keeps logs for ever");
        assertThat(rule.violations(group.with("retentionInDays", 0))).containsExactly("logs keeps logs for ever");
    }

    @Test
    void asksForWhatTheUserWants() {
        assertThat(rule.configured("daysMin", 90).violations(group.with("retentionInDays", 30)))
                .hasSize(1);
    }

    @Test
    void putsRightWhatItRejects() {
        assertThat(rule.violations(rule.remedied(group))).isEmpty();
    }

    @Test
    void leavesAloneWhatItAccepts() {
        TestResource year = group.with("retentionInDays", 365);

        assertThat(rule.remedied(year).resource()).isEqualTo(year.resource());
    }
}
