package dev.plinth.policies.backup.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.backup.Plan;
import com.pulumi.aws.backup.RestoreTestingPlan;
import com.pulumi.aws.backup.RestoreTestingSelection;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import org.junit.jupiter.api.Test;

final class BackupRestoreTestTest {
    private final PolicyTest rule = PolicyTest.of(new BackupRestoreTest());

    private final TestResource plan = TestResource.of(Plan.class, "plan");
    private final TestResource tests = TestResource.of(RestoreTestingPlan.class, "tests");
    private final TestResource tested = TestResource.of(RestoreTestingSelection.class, "tested");

    @Test
    void acceptsATestOfSomething() {
        assertThat(rule.violations(plan, tests, tested)).isEmpty();
    }

    @Test
    void rejectsBackupsThatNobodyRestores() {
        assertThat(rule.violations(plan))
                .containsExactly("plan makes backups that nobody tries to restore, as no restore testing plan with a"
                        + " selection is there");
    }

    @Test
    void rejectsATestOfNothing() {
        assertThat(rule.violations(plan, tests)).hasSize(1);
    }

    @Test
    void decidesWithoutKnowingAnyValue() {
        assertThat(rule.undecided(plan.unknown("rules"), tests, tested)).isEmpty();
    }
}
