package dev.plinth.policy;

import static dev.plinth.policy.SampleRules.pack;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ConfigurationTest {
    private record Limits(int daysMin) {}

    private static final RuleConfig<Limits> LIMITS = RuleConfig.of(new Limits(7));
    private static final Rule LIMITED = ResourceRule.of(
            SampleRules.info("limited").config(LIMITS),
            (resource, context) ->
                    Judgement.violated("needs %d".formatted(context.get(LIMITS).daysMin())));
    private static final Rule PLAIN = SampleRules.resourceRule("plain", resource -> List.of());

    @Test
    void findsNothingWrongWithNothing() {
        assertThat(mistakes(Map.of())).isEmpty();
    }

    @Test
    void namesEveryMistakeOfEveryRuleAtOnce() {
        assertThat(mistakes(Map.of(
                        "limited", Map.of("daysMin", "x"),
                        "plain", Map.of("daysMin", 7),
                        "all", Map.of("daysMin", 7),
                        "limitd", Map.of("daysMin", 7))))
                .containsExactly(
                        "limited.daysMin needs a whole number, is 'x'",
                        "plain has nothing to configure beside its level",
                        "all has nothing to configure beside its level",
                        "pack sample has no rule 'limitd'; did you mean 'limited'?");
    }

    @Test
    void tellsOnceOfARuleThatDoesNotExist() {
        var configuration =
                new Configuration(new Levels(Map.of("limitd", EnforcementLevel.ADVISORY)), Map.of("limitd", Map.of()));

        assertThat(configuration.mistakesFor(pack(LIMITED, PLAIN))).hasSize(1);
    }

    @Test
    void reachesTheRule() {
        var configuration = new Configuration(Levels.DEFAULT, Map.of("limited", Map.of("daysMin", 9)));

        Verdict verdict = new Evaluator(pack(LIMITED), configuration, Run.UNKNOWN).judge(ExemptionTest.database("db"));

        assertThat(verdict.findings()).extracting(Finding::statement).containsExactly("db needs 9");
    }

    private static List<String> mistakes(Map<String, Map<String, Object>> values) {
        return new Configuration(Levels.DEFAULT, values).mistakesFor(pack(LIMITED, PLAIN));
    }
}
