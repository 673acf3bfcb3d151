package dev.plinth.policies.backup.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.backup.RestoreTestingPlan;
import com.pulumi.aws.backup.RestoreTestingSelection;
import com.pulumi.aws.ebs.Volume;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import org.junit.jupiter.api.Test;

final class BackupRestoreTestTest {
    private final PolicyTest rule = PolicyTest.of(new BackupRestoreTest());

    private final TestResource stack = TestResource.component("pulumi:pulumi:Stack", "test");
    private final TestResource disk = TestResource.of(Volume.class, "disk");
    private final TestResource tests = TestResource.of(RestoreTestingPlan.class, "tests");
    private final TestResource tested = TestResource.of(RestoreTestingSelection.class, "tested");

    @Test
    void acceptsATestOfSomething() {
        assertThat(rule.violations(stack, disk, tests, tested)).isEmpty();
    }

    @Test
    void rejectsBackupsThatNobodyRestores() {
        assertThat(rule.violations(stack, disk))
                .containsExactly("test has backups that nobody tries to restore, as no restore testing plan with a"
                        + " selection is there");
    }

    @Test
    void rejectsATestOfNothing() {
        assertThat(rule.violations(stack, disk, tests)).hasSize(1);
    }

    @Test
    void decidesWithoutKnowingAnyValue() {
        assertThat(rule.undecided(stack, disk.unknown("kmsKeyId"), tests, tested))
                .isEmpty();
    }

    @Test
    void leavesAStackWithoutDataAlone() {
        assertThat(rule.notApplicable(stack)).containsExactly("is about stacks with databases, disks or file systems");
    }
}
