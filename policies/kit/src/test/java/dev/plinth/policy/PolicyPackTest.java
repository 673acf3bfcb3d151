package dev.plinth.policy;

import static dev.plinth.policy.SampleRules.pack;
import static dev.plinth.policy.SampleRules.resourceRule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class PolicyPackTest {
    private static final Rule RULE = resourceRule("rds-one", resource -> List.of());

    @Test
    void refusesToStartWithAllReasonsAtOnce() {
        Rule nameless = resourceRule("all", resource -> List.of());
        Rule cureless = new Cureless();

        assertThatThrownBy(() -> new PolicyPack("my pack", "1.0.0", "", List.of(RULE, RULE, nameless, cureless)))
                .isInstanceOf(PolicyPackException.class)
                .hasMessageContaining("pack name 'my pack' needs 1 to 100 letters, digits, '-', '_' or '.'")
                .hasMessageContaining("has the id of another rule")
                .hasMessageContaining("rule 'all'")
                .hasMessageContaining("rule 'cureless' (dev.plinth.policy.PolicyPackTest$Cureless) has no cure");
    }

    @Test
    void refusesToBeEmpty() {
        assertThatThrownBy(SampleRules::pack).hasMessage("pack 'sample' has no rules");
    }

    @Test
    void refusesAVersionThatTheEngineCannotRead() {
        assertThatThrownBy(() -> new PolicyPack("sample", "one", "", List.of(RULE)))
                .hasMessage("pack 'sample' has the version 'one', which is none such as 1.0.0");
    }

    @Test
    void refusesIdsThatMeanSomethingElseInAConfigurationFile() {
        for (String id : List.of("all", "environments", "exemptions", "undecided")) {
            assertThatThrownBy(() -> pack(resourceRule(id, resource -> List.of())))
                    .as(id)
                    .hasMessageContaining("has an id that means something else in a pack's configuration");
        }
    }

    @Test
    void refusesAConfigurationThatHidesTheLevel() {
        record Hiding(String enforcementLevel) {}
        Rule hiding = ResourceRule.of(
                SampleRules.info("hiding").config(RuleConfig.of(new Hiding(""))),
                (resource, context) -> Judgement.kept());

        assertThatThrownBy(() -> pack(hiding)).hasMessageContaining("configures 'enforcementLevel'");
    }

    @Test
    void namesConfigurationForRulesThatItDoesNotHave() {
        var levels = new Levels(Map.of(
                "rds-on", EnforcementLevel.ADVISORY,
                "all", EnforcementLevel.ADVISORY,
                "rds-one", EnforcementLevel.DISABLED,
                "something-else", EnforcementLevel.DISABLED));

        assertThat(levels.mistakesFor(pack(RULE)))
                .containsExactly(
                        "pack sample has no rule 'rds-on'; did you mean 'rds-one'?",
                        "pack sample has no rule 'something-else'; its rules are rds-one");
    }

    private static final class Cureless implements ResourceRule {
        @Override
        public RuleInfo info() {
            return SampleRules.info("cureless").cure(" ");
        }

        @Override
        public Judgement check(Resource resource, Context context) {
            return Judgement.kept();
        }
    }
}
