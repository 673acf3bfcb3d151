package dev.plinth.policies.backup.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.backup.VaultNotifications;
import com.pulumi.aws.cloudwatch.EventRule;
import com.pulumi.aws.ebs.Volume;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import org.junit.jupiter.api.Test;

final class BackupFailureNoticeTest {
    private final PolicyTest rule = PolicyTest.of(new BackupFailureNotice());

    private final TestResource stack = TestResource.component("pulumi:pulumi:Stack", "test");
    private final TestResource disk = TestResource.of(Volume.class, "disk");
    private final TestResource events = TestResource.of(EventRule.class, "failures");

    @Test
    void acceptsARuleForTheEventsOfBackups() {
        assertThat(rule.violations(stack, disk, events.with("eventPattern", "{\"source\":[\"aws.backup\"]}")))
                .isEmpty();
    }

    @Test
    void acceptsTheVaultsOwnNotifications() {
        assertThat(rule.violations(stack, disk, TestResource.of(VaultNotifications.class, "notices")))
                .isEmpty();
    }

    @Test
    void rejectsAPlanThatFailsInSilence() {
        assertThat(rule.violations(stack, disk, events.with("eventPattern", "{\"source\":[\"aws.rds\"]}")))
                .containsExactly(
                        "test backs up in silence: neither VaultNotifications nor a rule for aws.backup is there");
    }

    @Test
    void waitsForAnUnknownPattern() {
        assertThat(rule.undecided(stack, disk, events.unknown("eventPattern"))).hasSize(1);
    }

    @Test
    void leavesAStackWithoutDataAlone() {
        assertThat(rule.notApplicable(stack)).containsExactly("is about stacks with databases, disks or file systems");
    }
}
