package dev.plinth.policy;

import static dev.plinth.policy.SampleRules.DAYS;
import static dev.plinth.policy.SampleRules.pack;
import static dev.plinth.policy.SampleRules.resourceRule;
import static dev.plinth.policy.SampleRules.stackRule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import com.pulumi.aws.rds.Instance;
import dev.plinth.policy.Finding.Kind;
import dev.plinth.policy.test.TestResource;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ExemptionTest {
    private static final String TYPE = "aws:rds/instance:Instance";
    private static final Rule KEEPS =
            resourceRule("keeps", resource -> resource.get(DAYS).orElse(0) < 7 ? List.of("is wrong") : List.of());
    private static final Rule PAIRS = stackRule("pairs", (resource, stack) -> List.of("is alone"));
    private static final Rule BROKEN = resourceRule("broken", resource -> {
        throw new IllegalStateException();
    });
    private static final PolicyPack PACK = pack(KEEPS, PAIRS, BROKEN);

    @Test
    void letsAViolationPassAndKeepsItVisible() {
        Verdict verdict = evaluator(exemption("keeps", TYPE + "::db")).judge(database("db"));

        assertThat(verdict.findings()).extracting(Finding::kind).containsExactly(Kind.BROKEN);
        assertThat(verdict.notApplicable())
                .contains(new NotApplicable(
                        KEEPS.info(), "exempt until 2027-01-31 by data-team: moves to the new cluster"));
        assertThat(verdict.exempted())
                .extracting(
                        exempted -> exempted.finding().statement(),
                        exempted -> exempted.exemption().owner())
                .containsExactly(tuple("db is wrong", "data-team"));
    }

    @Test
    void isAboutOneRuleAndOneResource() {
        Evaluator evaluator = evaluator(exemption("keeps", TYPE + "::db"));

        assertThat(statements(evaluator.judge(database("other")))).contains("other is wrong");
        assertThat(statements(evaluator(exemption("pairs", TYPE + "::db")).judge(database("db"))))
                .contains("db is wrong");
    }

    @Test
    void takesAUrnOrAPatternOfTypeAndName() {
        for (String resource : List.of(database("db").urn(), TYPE + "::d*", "aws:rds/*::db", "*::db", TYPE + "::*")) {
            assertThat(evaluator(exemption("keeps", resource))
                            .judge(database("db"))
                            .exempted())
                    .as(resource)
                    .hasSize(1);
        }
        for (String resource : List.of(database("db").urn() + "*", TYPE + "::b*", "*::d", TYPE + "::D*")) {
            assertThat(evaluator(exemption("keeps", resource))
                            .judge(database("db"))
                            .exempted())
                    .as(resource)
                    .isEmpty();
        }
    }

    @Test
    void holdsOnItsLastDayAndFailsOnTheNext() {
        var exemption = exemption("keeps", TYPE + "::db");

        assertThat(evaluatorOn("2027-01-31", exemption).judge(database("db")).exempted())
                .hasSize(1);

        Verdict late = evaluatorOn("2027-02-01", exemption).judge(database("db"));
        assertThat(late.exempted()).isEmpty();
        assertThat(late.findings())
                .extracting(finding -> finding.rule().id(), Finding::level, Finding::statement)
                .startsWith(
                        tuple("keeps", EnforcementLevel.MANDATORY, "db is wrong"),
                        tuple(
                                "exemptions",
                                EnforcementLevel.MANDATORY,
                                "db: the exemption from keeps for aws:rds/instance:Instance::db has ended;"
                                        + " it was exempt until 2027-01-31 by data-team: moves to the new cluster"));
    }

    @Test
    void neverExemptsARuleThatFails() {
        Verdict verdict = evaluator(exemption("broken", TYPE + "::db")).judge(database("db"));

        assertThat(verdict.exempted()).isEmpty();
        assertThat(verdict.findings()).extracting(Finding::kind).contains(Kind.BROKEN);
    }

    @Test
    void exemptsFromAStackRuleToo() {
        Verdict verdict = evaluator(exemption("pairs", TYPE + "::db")).judge(new Stack(List.of(database("db"))));

        assertThat(verdict.findings()).isEmpty();
        assertThat(verdict.exempted()).hasSize(1);
    }

    @Test
    void warnsOfWhatNothingNeedsOnceEverythingIsSeen() {
        Evaluator evaluator = evaluator(exemption("keeps", TYPE + "::gone"), exemption("keeps", TYPE + "::db"));

        Verdict verdict = evaluator.judge(seen(evaluator, database("db")));

        assertThat(verdict.findings())
                .filteredOn(finding -> finding.rule().id().equals("exemptions"))
                .extracting(Finding::urn, Finding::level, Finding::statement)
                .containsExactly(tuple(
                        "",
                        EnforcementLevel.ADVISORY,
                        "the exemption from keeps for aws:rds/instance:Instance::gone is not needed"));
    }

    @Test
    void doesNotWarnWhileItsRuleHasToWait() {
        Evaluator evaluator = evaluator(exemption("keeps", TYPE + "::db"));
        Resource waiting = TestResource.of(Instance.class, "db")
                .unknown("backupRetentionPeriod")
                .resource();

        assertThat(statements(evaluator.judge(seen(evaluator, waiting)))).containsExactly("db is alone");
    }

    @Test
    void doesNotWarnOfAStackThatWasNotFullySeen() {
        Evaluator evaluator = evaluator(exemption("keeps", TYPE + "::gone"));
        Stack stack = new Stack(List.of(database("db"), database("unseen")));
        Verdict ignored = evaluator.judge(database("db"));

        assertThat(statements(evaluator.judge(stack))).containsExactly("db is alone", "unseen is alone");
    }

    @Test
    void listsAllMistakesAtOnce() {
        assertThat(mistakes(
                        exemption("keep", TYPE + "::db"),
                        exemption("keeps", "*"),
                        exemption("keeps", "*::*"),
                        exemption("keeps", "db"),
                        changed("reason", " "),
                        changed("owner", "")))
                .containsExactly(
                        "exemptions.list[0].rule: pack sample has no rule 'keep'; did you mean 'keeps'?",
                        "exemptions.list[1].resource '*' is about everything; disable the rule instead",
                        "exemptions.list[2].resource '*::*' is about everything; disable the rule instead",
                        "exemptions.list[3].resource 'db' needs a URN, or a type and a name as in"
                                + " aws:s3/bucket:Bucket::logs-*",
                        "exemptions.list[4].reason is empty",
                        "exemptions.list[5].owner is empty");
    }

    @Test
    void refusesADayThatIsNone() {
        assertThat(mistakes(changed("expires", "2027-02-30")))
                .containsExactly("exemptions.list[0].expires needs a date such as 2027-01-31, is '2027-02-30'");
    }

    @Test
    void cannotExemptFromTheRuleThatWatchesExemptions() {
        assertThat(mistakes(exemption("exemptions", TYPE + "::db")))
                .singleElement()
                .asString()
                .startsWith("exemptions.list[0].rule: pack sample has no rule 'exemptions'");
    }

    static Resource database(String name) {
        return TestResource.of(Instance.class, name).resource();
    }

    private static List<String> statements(Verdict verdict) {
        return verdict.findings().stream().map(Finding::statement).toList();
    }

    private static Stack seen(Evaluator evaluator, Resource... resources) {
        for (Resource resource : resources) {
            Verdict ignored = evaluator.judge(resource);
        }
        return new Stack(Arrays.asList(resources));
    }

    private static List<String> mistakes(Object... exemptions) {
        return configuration(exemptions).mistakesFor(PACK);
    }

    private static Evaluator evaluator(Object... exemptions) {
        return evaluatorOn("2026-11-21", exemptions);
    }

    private static Evaluator evaluatorOn(String day, Object... exemptions) {
        Clock clock = Clock.fixed(Instant.parse(day + "T23:59:59Z"), ZoneOffset.UTC);
        return new Evaluator(PACK, configuration(exemptions), Run.UNKNOWN, clock);
    }

    private static Configuration configuration(Object... exemptions) {
        return new Configuration(Levels.DEFAULT, Map.of("exemptions", Map.of("list", List.of(exemptions))));
    }

    private static Map<String, Object> changed(String name, String value) {
        var exemption = new HashMap<>(exemption("keeps", TYPE + "::db"));
        exemption.put(name, value);
        return exemption;
    }

    private static Map<String, Object> exemption(String rule, String resource) {
        return Map.of(
                "rule", rule,
                "resource", resource,
                "reason", "moves to the new cluster",
                "owner", "data-team",
                "expires", "2027-01-31");
    }
}
