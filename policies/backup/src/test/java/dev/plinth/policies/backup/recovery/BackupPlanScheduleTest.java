package dev.plinth.policies.backup.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.backup.Plan;
import com.pulumi.aws.backup.PlanArgs;
import com.pulumi.aws.backup.inputs.PlanRuleArgs;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class BackupPlanScheduleTest {
    private final PolicyTest rule = PolicyTest.of(new BackupPlanSchedule());

    @Test
    void acceptsAScheduleOfEachRule() {
        assertThat(rule.violations(plan(rule("daily").schedule("cron(0 3 * * ? *)"))))
                .isEmpty();
    }

    @Test
    void rejectsARuleWithoutOne() {
        assertThat(rule.violations(plan(rule("daily").schedule("cron(0 3 * * ? *)"), rule("weekly"))))
                .containsExactly("plan has no schedule in rule weekly");
    }

    @Test
    void waitsForUnknownRules() {
        assertThat(rule.undecided(plan(rule("daily")).unknown("rules"))).hasSize(1);
    }

    private static TestResource plan(PlanRuleArgs.Builder... rules) {
        PlanRuleArgs[] built =
                Arrays.stream(rules).map(PlanRuleArgs.Builder::build).toArray(PlanRuleArgs[]::new);
        return TestResource.of(
                Plan.class, "plan", PlanArgs.builder().rules(built).build());
    }

    private static PlanRuleArgs.Builder rule(String name) {
        return PlanRuleArgs.builder().ruleName(name).targetVaultName("vault");
    }
}
