package dev.plinth.policies.security.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.wafv2.WebAcl;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class WafHasRulesTest {
    private final PolicyTest rule = PolicyTest.of(new WafHasRules());
    private final TestResource acl = TestResource.of(WebAcl.class, "acl");

    @Test
    void acceptsRulesInEitherForm() {
        assertThat(rule.violations(acl.with("rules", List.of(Map.of("name", "rate")))))
                .isEmpty();
        assertThat(rule.violations(acl.with("ruleJson", "[{}]"))).isEmpty();
    }

    @Test
    void rejectsAnAclWithoutRules() {
        assertThat(rule.violations(acl)).containsExactly("acl has no rules, so it looks at nothing");
        assertThat(rule.violations(acl.with("rules", List.of()))).hasSize(1);
    }

    @Test
    void takesUnknownRulesForRules() {
        assertThat(rule.violations(acl.unknown("rules"))).isEmpty();
        assertThat(rule.undecided(acl.unknown("rules"))).isEmpty();
    }
}
