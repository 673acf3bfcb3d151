package dev.plinth.policies.backup.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.backup.Plan;
import com.pulumi.aws.backup.Selection;
import com.pulumi.aws.ebs.Volume;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import org.junit.jupiter.api.Test;

final class BackupPlanExistsTest {
    private final PolicyTest rule = PolicyTest.of(new BackupPlanExists());

    private final TestResource stack = TestResource.component("pulumi:pulumi:Stack", "test");
    private final TestResource disk = TestResource.of(Volume.class, "disk");
    private final TestResource plan = TestResource.of(Plan.class, "plan");
    private final TestResource selection = TestResource.of(Selection.class, "selection");

    @Test
    void acceptsAPlanThatChooses() {
        assertThat(rule.violations(stack, disk, plan, selection)).isEmpty();
    }

    @Test
    void rejectsDataWithoutAPlan() {
        assertThat(rule.violations(stack, disk))
                .containsExactly("test has no backup plan for its databases, disks and file systems");
    }

    @Test
    void rejectsAPlanThatChoosesNothing() {
        assertThat(rule.violations(stack, disk, plan))
                .containsExactly("test has a backup plan that backs up nothing, as it has no selection");
    }

    @Test
    void leavesAStackWithoutDataAlone() {
        assertThat(rule.notApplicable(stack)).containsExactly("is about stacks with databases, disks or file systems");
    }

    @Test
    void decidesWithoutKnowingAnyValue() {
        assertThat(rule.undecided(
                        stack, disk.unknown("kmsKeyId"), plan.unknown("rules"), selection.unknown("resources")))
                .isEmpty();
    }
}
