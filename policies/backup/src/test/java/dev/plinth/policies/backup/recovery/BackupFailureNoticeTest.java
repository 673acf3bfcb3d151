package dev.plinth.policies.backup.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.backup.Plan;
import com.pulumi.aws.backup.VaultNotifications;
import com.pulumi.aws.cloudwatch.EventRule;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import org.junit.jupiter.api.Test;

final class BackupFailureNoticeTest {
    private final PolicyTest rule = PolicyTest.of(new BackupFailureNotice());

    private final TestResource plan = TestResource.of(Plan.class, "plan");
    private final TestResource events = TestResource.of(EventRule.class, "failures");

    @Test
    void acceptsARuleForTheEventsOfBackups() {
        assertThat(rule.violations(plan, events.with("eventPattern", "{\"source\":[\"aws.backup\"]}")))
                .isEmpty();
    }

    @Test
    void acceptsTheVaultsOwnNotifications() {
        assertThat(rule.violations(plan, TestResource.of(VaultNotifications.class, "notices")))
                .isEmpty();
    }

    @Test
    void rejectsAPlanThatFailsInSilence() {
        assertThat(rule.violations(plan, events.with("eventPattern", "{\"source\":[\"aws.rds\"]}")))
                .containsExactly(
                        "plan fails in silence: neither VaultNotifications nor a rule for aws.backup is there");
    }

    @Test
    void waitsForAnUnknownPattern() {
        assertThat(rule.undecided(plan, events.unknown("eventPattern"))).hasSize(1);
    }
}
