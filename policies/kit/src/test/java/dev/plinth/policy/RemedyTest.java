package dev.plinth.policy;

import static dev.plinth.policy.SampleRules.DAYS;
import static dev.plinth.policy.SampleRules.IDENTIFIER;
import static dev.plinth.policy.SampleRules.PASSWORD;
import static dev.plinth.policy.SampleRules.pack;
import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.rds.Instance;
import com.pulumi.aws.rds.ParameterGroup;
import dev.plinth.policy.test.TestResource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class RemedyTest {
    private static final RemediatingRule KEEPS = SampleRules.remedyingRule(
            "keeps",
            resource -> resource.get(DAYS).orElse(0) < 7,
            resource -> resource.get(DAYS).orElse(0) < 7 ? Patch.put(DAYS, 7) : Patch.NONE);
    private static final RemediatingRule NAMES = SampleRules.remedyingRule(
            "names",
            resource -> !resource.has(IDENTIFIER),
            resource -> Patch.put(IDENTIFIER, "keeps-" + resource.get(DAYS).orElse(0)));

    @Test
    void happensOnlyAtTheLevelRemediate() {
        assertThat(remedies(Map.of("keeps", EnforcementLevel.MANDATORY), database(), KEEPS))
                .isEmpty();
        assertThat(remedies(Map.of("keeps", EnforcementLevel.ADVISORY), database(), KEEPS))
                .isEmpty();
        assertThat(remedies(Map.of("keeps", EnforcementLevel.DISABLED), database(), KEEPS))
                .isEmpty();
        assertThat(remedied(database(), KEEPS)).hasSize(1);
    }

    @Test
    void happensToResourcesOfTheRulesTypesOnly() {
        assertThat(remedied(TestResource.of(ParameterGroup.class, "group"), KEEPS))
                .isEmpty();
    }

    @Test
    void tellsTheRuleAndWhatIsChanged() {
        assertThat(remedied(database(), KEEPS))
                .singleElement()
                .isInstanceOfSatisfying(
                        Remedy.Change.class,
                        change -> assertThat(change.message()).isEqualTo("Title of keeps: sets backupRetentionPeriod"));
    }

    @Test
    void seesWhatTheRuleBeforeHasChanged() {
        assertThat(remedied(database(), KEEPS, NAMES))
                .extracting(remedy -> ((Remedy.Change) remedy).patch())
                .containsExactly(Patch.put(DAYS, 7), Patch.put(IDENTIFIER, "keeps-7"));
    }

    @Test
    void isNoneWhereNothingWouldChange() {
        assertThat(remedied(database().with("backupRetentionPeriod", 7), KEEPS)).isEmpty();
        assertThat(remedied(
                        database().with("identifier", "keeps-0"),
                        SampleRules.remedyingRule("same", any -> false, any -> Patch.put(IDENTIFIER, "keeps-0"))))
                .isEmpty();
    }

    @Test
    void isLeftToTheJudgementWhereTheRuleItselfHasToWait() {
        assertThat(remedied(database().unknown("backupRetentionPeriod"), KEEPS)).isEmpty();
    }

    @Test
    void tellsWhatItWaitsForWhereTheRuleIsBrokenForSure() {
        assertThat(failures(
                        database().unknown("backupRetentionPeriod"),
                        SampleRules.remedyingRule("waits", any -> true, resource -> {
                            resource.get(DAYS);
                            return Patch.NONE;
                        })))
                .containsExactly("""
                        Title of waits
                        db is not put right: backupRetentionPeriod is not known before the deployment
                        Cure: mend it""");
    }

    @Test
    void tellsOfARuleThatThrowsAndRunsTheOthers() {
        RemediatingRule broken = SampleRules.remedyingRule("broken", any -> true, resource -> {
            throw new IllegalStateException("quotes " + resource.get(PASSWORD));
        });

        List<Remedy> remedies = remedied(database().secret("password", "hunter22"), broken, KEEPS);

        assertThat(remedies).hasSize(2);
        assertThat(((Remedy.Failure) remedies.getFirst()).message())
                .contains("db could not be put right: IllegalStateException at RemedyTest.java:")
                .doesNotContain("hunter22");
        assertThat(remedies.getLast()).isInstanceOf(Remedy.Change.class);
    }

    @Test
    void spareWhatIsExempt() {
        Map<String, Object> exemption = Map.of(
                "rule", "keeps",
                "resource", "*::db",
                "reason", "a reason",
                "owner", "an owner",
                "expires", "9999-12-31");
        var configuration = new Configuration(
                new Levels(Map.of("keeps", EnforcementLevel.REMEDIATE)),
                Map.of("exemptions", Map.of("list", List.of(exemption))));

        assertThat(new Evaluator(pack(KEEPS), configuration, Run.UNKNOWN)
                        .remedies(database().resource()))
                .isEmpty();
    }

    private static List<String> failures(TestResource resource, RemediatingRule... rules) {
        return remedied(resource, rules).stream()
                .map(remedy -> ((Remedy.Failure) remedy).message())
                .toList();
    }

    private static List<Remedy> remedied(TestResource resource, RemediatingRule... rules) {
        return remedies(Map.of("all", EnforcementLevel.REMEDIATE), resource, rules);
    }

    private static List<Remedy> remedies(
            Map<String, EnforcementLevel> levels, TestResource resource, RemediatingRule... rules) {
        return new Evaluator(pack(rules), Configuration.of(new Levels(levels)), Run.UNKNOWN)
                .remedies(resource.resource());
    }

    private static TestResource database() {
        return TestResource.of(Instance.class, "db");
    }
}
