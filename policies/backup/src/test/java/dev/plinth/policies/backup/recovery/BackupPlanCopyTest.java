package dev.plinth.policies.backup.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.backup.Plan;
import com.pulumi.aws.backup.PlanArgs;
import com.pulumi.aws.backup.inputs.PlanRuleArgs;
import com.pulumi.aws.backup.inputs.PlanRuleCopyActionArgs;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class BackupPlanCopyTest {
    private final PolicyTest rule = PolicyTest.of(new BackupPlanCopy());

    @Test
    void acceptsAPlanWithACopy() {
        assertThat(rule.violations(plan(rule("hourly"), rule("daily").copyActions(copy()))))
                .isEmpty();
    }

    @Test
    void rejectsAPlanWithoutACopy() {
        assertThat(rule.violations(plan(rule("hourly"), rule("daily"))))
                .containsExactly("plan keeps every backup in one place, as no rule of it has copyActions");
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

    private static PlanRuleCopyActionArgs copy() {
        return PlanRuleCopyActionArgs.builder()
                .destinationVaultArn("arn:aws:backup:eu-west-1:111122223333:backup-vault:away")
                .build();
    }
}
