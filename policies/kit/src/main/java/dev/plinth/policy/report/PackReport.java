package dev.plinth.policy.report;

import dev.plinth.policy.EnforcementLevel;
import dev.plinth.policy.Exempted;
import dev.plinth.policy.Finding;
import dev.plinth.policy.Finding.Kind;
import dev.plinth.policy.PolicyPack;
import java.util.Comparator;
import java.util.List;

/** What one pack says of a plan: the result of every rule, in the order of the pack. */
public record PackReport(PolicyPack pack, List<RuleResult> results) {
    /** What stops a deployment first, then the worse before the lesser. */
    private static final Comparator<Finding> BY_WEIGHT = Comparator.comparing(
                    (Finding finding) -> finding.level() != EnforcementLevel.MANDATORY)
            .thenComparing(finding -> finding.kind() == Kind.UNDECIDED)
            .thenComparing(finding -> finding.rule().severity(), Comparator.reverseOrder())
            .thenComparing(finding -> finding.rule().id())
            .thenComparing(Finding::urn);

    public PackReport {
        results = List.copyOf(results);
    }

    /** Everything that its rules say, the gravest first. */
    public List<Finding> findings() {
        return results.stream()
                .flatMap(result -> result.findings().stream())
                .sorted(BY_WEIGHT)
                .toList();
    }

    /** Everything that would be a finding, were it not for an exemption. */
    public List<Exempted> exempted() {
        return results.stream().flatMap(result -> result.exempted().stream()).toList();
    }

    /** How many of its rules came to this. */
    public int count(Outcome outcome) {
        return (int)
                results.stream().filter(result -> result.outcome() == outcome).count();
    }
}
