package dev.plinth.policies.backup.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.backup.Plan;
import com.pulumi.aws.backup.PlanArgs;
import com.pulumi.aws.backup.inputs.PlanRuleArgs;
import com.pulumi.aws.backup.inputs.PlanRuleLifecycleArgs;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class BackupPlanRetentionTest {
    private final PolicyTest rule = PolicyTest.of(new BackupPlanRetention());

    @Test
    void acceptsTheLeastAndForever() {
        assertThat(rule.violations(plan(rule("daily").lifecycle(keeping(35)), rule("forever"))))
                .isEmpty();
    }

    @Test
    void rejectsEachRuleThatKeepsLess() {
        assertThat(rule.violations(plan(
                        rule("daily").lifecycle(keeping(34)),
                        rule("weekly").lifecycle(keeping(90)),
                        rule("hourly").lifecycle(keeping(1)))))
                .containsExactly(
                        "plan keeps backups of rule daily for 34 days, needs 35",
                        "plan keeps backups of rule hourly for 1 days, needs 35");
    }

    @Test
    void asksForAsManyDaysAsConfigured() {
        assertThat(rule.configured("daysMin", 7).violations(plan(rule("daily").lifecycle(keeping(7)))))
                .isEmpty();
    }

    @Test
    void putsOnlyTheShortOnesRight() {
        TestResource plan =
                plan(rule("daily").lifecycle(keeping(1)), rule("weekly").lifecycle(keeping(90)));

        TestResource remedied = rule.remedied(plan);

        assertThat(remedied.resource())
                .isEqualTo(plan(
                                rule("daily").lifecycle(keeping(35)),
                                rule("weekly").lifecycle(keeping(90)))
                        .resource());
        assertThat(rule.remedied(remedied).resource()).isEqualTo(remedied.resource());
    }

    @Test
    void waitsForUnknownRules() {
        assertThat(rule.undecided(plan(rule("daily")).unknown("rules")))
                .containsExactly("plan: rules is not known before the deployment");
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

    private static PlanRuleLifecycleArgs keeping(int days) {
        return PlanRuleLifecycleArgs.builder().deleteAfter(days).build();
    }
}
