package dev.plinth.policy.report;

import dev.plinth.policy.EnforcementLevel;
import dev.plinth.policy.Exempted;
import dev.plinth.policy.Finding;
import dev.plinth.policy.RuleInfo;
import java.util.List;

/**
 * A rule and all that it says of a plan.
 *
 * @param level the rule's own level, or the configured one
 * @param exempted what would be a finding, were it not for an exemption
 * @param reason why it had nothing to judge; empty in every other outcome
 */
public record RuleResult(
        RuleInfo rule,
        EnforcementLevel level,
        Outcome outcome,
        String reason,
        List<Finding> findings,
        List<Exempted> exempted) {
    public RuleResult {
        findings = List.copyOf(findings);
        exempted = List.copyOf(exempted);
    }
}
