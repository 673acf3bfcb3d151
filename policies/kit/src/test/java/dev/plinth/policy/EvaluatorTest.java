package dev.plinth.policy;

import static dev.plinth.policy.EnforcementLevel.ADVISORY;
import static dev.plinth.policy.EnforcementLevel.DISABLED;
import static dev.plinth.policy.EnforcementLevel.MANDATORY;
import static dev.plinth.policy.EnforcementLevel.REMEDIATE;
import static dev.plinth.policy.SampleRules.DAYS;
import static dev.plinth.policy.SampleRules.PASSWORD;
import static dev.plinth.policy.SampleRules.pack;
import static dev.plinth.policy.SampleRules.resourceRule;
import static dev.plinth.policy.SampleRules.stackRule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import com.pulumi.aws.rds.Instance;
import com.pulumi.aws.rds.ParameterGroup;
import dev.plinth.policy.Finding.Kind;
import dev.plinth.policy.test.TestResource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class EvaluatorTest {
    private static final Rule LOUD = resourceRule("loud", resource -> List.of("is wrong"));
    private static final Rule READS_DAYS =
            resourceRule("reads-days", resource -> resource.get(DAYS).isEmpty() ? List.of("is wrong") : List.of());

    @Test
    void saysWhatIsWrongWhereItComesFromAndTheCure() {
        Finding finding = only(judge(pack(LOUD), database()));

        assertThat(finding.level()).isEqualTo(MANDATORY);
        assertThat(finding.urn()).isEqualTo("urn:pulumi:test::test::aws:rds/instance:Instance::db");
        assertThat(finding.message()).isEqualTo("""
                        Title of loud (AWS FSBP RDS.11, Checkov CKV_AWS_133)
                        db is wrong
                        Cure: mend it""");
    }

    @Test
    void findsNothingOfAResourceThatKeepsTheRule() {
        Verdict verdict = judge(pack(READS_DAYS), database().with("backupRetentionPeriod", 7));

        assertThat(verdict).isEqualTo(Verdict.NONE);
    }

    @Test
    void tellsThatARuleIsAboutOtherTypes() {
        Verdict verdict = judge(pack(LOUD), TestResource.of(ParameterGroup.class, "group"));

        assertThat(verdict.findings()).isEmpty();
        assertThat(verdict.notApplicable()).containsExactly(new NotApplicable(LOUD.info(), "is about other types"));
    }

    @Test
    void obeysTheLevelOfTheConfiguration() {
        assertThat(only(judge(Map.of("loud", ADVISORY))).level()).isEqualTo(ADVISORY);
        assertThat(only(judge(Map.of("all", ADVISORY))).level()).isEqualTo(ADVISORY);
        assertThat(only(judge(Map.of("all", DISABLED, "loud", MANDATORY))).level())
                .isEqualTo(MANDATORY);
        assertThat(judge(Map.of("loud", DISABLED))).isEqualTo(Verdict.NONE);
        assertThat(judge(Map.of("all", DISABLED))).isEqualTo(Verdict.NONE);
    }

    @Test
    void stopsWhatShouldHaveBeenPutRightAndWasNot() {
        assertThat(only(judge(Map.of("loud", REMEDIATE))).level()).isEqualTo(MANDATORY);
    }

    @Test
    void onlyNotesThatAMandatoryRuleHasToWaitForAValue() {
        Finding finding = only(judge(pack(READS_DAYS), database().unknown("backupRetentionPeriod")));

        assertThat(finding.kind()).isEqualTo(Kind.UNDECIDED);
        assertThat(finding.level()).isEqualTo(ADVISORY);
        assertThat(finding.statement()).isEqualTo("db: backupRetentionPeriod is not known before the deployment");
    }

    @Test
    void blocksOnARuleThatThrowsAndRunsTheOthers() {
        Rule broken = resourceRule("broken", resource -> {
            throw new IllegalStateException("quotes " + resource.get(PASSWORD));
        });
        Configuration configured = configuration(Map.of("broken", ADVISORY));

        Verdict verdict = new Evaluator(pack(broken, LOUD), configured, Run.UNKNOWN)
                .judge(database().with("password", "hunter22").resource());

        assertThat(verdict.findings())
                .extracting(finding -> finding.rule().id(), Finding::kind, Finding::level)
                .containsExactly(tuple("broken", Kind.BROKEN, MANDATORY), tuple("loud", Kind.VIOLATION, MANDATORY));
        assertThat(verdict.findings().getFirst().message())
                .contains("db: IllegalStateException at EvaluatorTest.java:")
                .doesNotContain("hunter22");
    }

    @Test
    void survivesARuleThatNeverEnds() {
        Rule endless = resourceRule("endless", EvaluatorTest::deeper);

        assertThat(only(judge(pack(endless), database())).statement()).startsWith("db: StackOverflowError at");
    }

    @Test
    void masksASecretThatARuleQuotes() {
        Rule indiscreet = resourceRule(
                "indiscreet",
                resource -> List.of("has the password " + resource.get(PASSWORD).orElseThrow()));

        Finding finding = only(judge(pack(indiscreet), database().secret("password", "hunter22")));

        assertThat(finding.statement()).isEqualTo("db has the password [secret]");
    }

    @Test
    void masksASecretInsideASecretList() {
        Rule indiscreet = resourceRule("indiscreet", resource -> List.of("is tagged hunter22 and 4711"));
        TestResource tagged = database().secret("tags", Map.of("one", "hunter22", "two", List.of(4711)));

        assertThat(only(judge(pack(indiscreet), tagged)).statement()).isEqualTo("db is tagged [secret] and [secret]");
    }

    @Test
    void judgesEveryResourceOfAStackAloneWithItsOwnUnknowns() {
        Rule rule = stackRule(
                "pairs",
                (resource, stack) -> resource.get(DAYS).isPresent()
                        ? List.of("is one of " + stack.resources().size())
                        : List.of());
        Stack stack = new Stack(List.of(
                database("b").unknown("backupRetentionPeriod").resource(),
                database("a").with("backupRetentionPeriod", 1).resource(),
                TestResource.of(ParameterGroup.class, "group").resource()));

        Verdict verdict = new Evaluator(pack(rule, LOUD)).judge(stack);

        assertThat(verdict.findings())
                .extracting(Finding::statement)
                .containsExactly("a is one of 3", "b: backupRetentionPeriod is not known before the deployment");
    }

    @Test
    void tellsThatAStackHasNothingForAStackRule() {
        Rule rule = stackRule("pairs", (resource, stack) -> List.of("is wrong"));

        assertThat(new Evaluator(pack(rule)).judge(new Stack(List.of())).notApplicable())
                .containsExactly(new NotApplicable(rule.info(), "the stack has no resource of its types"));
    }

    private static Configuration configuration(Map<String, EnforcementLevel> levels) {
        return Configuration.of(new Levels(levels));
    }

    private static List<String> deeper(Resource resource) {
        return resource.name().isEmpty() ? List.of() : deeper(resource);
    }

    private static Verdict judge(Map<String, EnforcementLevel> configured) {
        return new Evaluator(pack(LOUD), configuration(configured), Run.UNKNOWN)
                .judge(database().resource());
    }

    private static Verdict judge(PolicyPack pack, TestResource resource) {
        return new Evaluator(pack).judge(resource.resource());
    }

    private static Finding only(Verdict verdict) {
        assertThat(verdict.findings()).hasSize(1);
        return verdict.findings().getFirst();
    }

    private static TestResource database() {
        return database("db");
    }

    private static TestResource database(String name) {
        return TestResource.of(Instance.class, name);
    }
}
