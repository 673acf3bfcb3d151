package dev.plinth.policy.report;

import dev.plinth.policy.Configuration;
import dev.plinth.policy.EnforcementLevel;
import dev.plinth.policy.Evaluator;
import dev.plinth.policy.Finding;
import dev.plinth.policy.NotApplicable;
import dev.plinth.policy.PolicyPack;
import dev.plinth.policy.Rule;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Run;
import dev.plinth.policy.StackRule;
import dev.plinth.policy.Verdict;
import dev.plinth.policy.plan.Plan;
import java.util.ArrayList;
import java.util.List;

/** Judges a plan as a deployment would: every resource by itself, then all together. Nothing is put right. */
public final class Review {
    private final Plan plan;
    private final Run run;

    /** The run is what rules are told of where the plan comes from. */
    public Review(Plan plan, Run run) {
        this.plan = plan;
        this.run = run;
    }

    /** What a pack says of the plan, configured like this. */
    public PackReport by(PolicyPack pack, Configuration configuration) {
        var evaluator = new Evaluator(pack, configuration, run);
        var verdicts = new ArrayList<Verdict>();
        plan.resources().forEach(resource -> verdicts.add(evaluator.judge(resource)));
        verdicts.add(evaluator.judge(plan.outcome()));
        return new PackReport(
                pack,
                pack.rules().stream()
                        .map(rule -> result(rule, configuration.levels().of(rule.info()), verdicts))
                        .toList());
    }

    private RuleResult result(Rule rule, EnforcementLevel level, List<Verdict> verdicts) {
        RuleInfo info = rule.info();
        List<Finding> findings = verdicts.stream()
                .flatMap(verdict -> verdict.findings().stream())
                .filter(finding -> finding.rule().id().equals(info.id()))
                .toList();
        List<String> reasons = verdicts.stream()
                .flatMap(verdict -> verdict.notApplicable().stream())
                .filter(skipped -> skipped.rule().id().equals(info.id()))
                .map(NotApplicable::reason)
                .toList();
        if (level == EnforcementLevel.DISABLED) {
            return new RuleResult(info, level, Outcome.DISABLED, "", findings);
        } else if (findings.stream().anyMatch(finding -> finding.kind() != Finding.Kind.UNDECIDED)) {
            return new RuleResult(info, level, Outcome.VIOLATED, "", findings);
        } else if (!findings.isEmpty()) {
            return new RuleResult(info, level, Outcome.UNDECIDED, "", findings);
        } else if (reasons.size() >= asked(rule)) {
            return new RuleResult(info, level, Outcome.NOT_APPLICABLE, told(reasons), findings);
        }
        return new RuleResult(info, level, Outcome.KEPT, "", findings);
    }

    /** How often the evaluator asks a rule, or tells that it does not. */
    private int asked(Rule rule) {
        return rule instanceof StackRule
                ? Math.max(1, plan.outcome().all(rule.info().types()).size())
                : plan.resources().size();
    }

    /** The reason of a resource that the rule looked at says more than that of all the others. */
    private static String told(List<String> reasons) {
        return reasons.stream()
                .filter(reason -> !reason.equals("is about other types"))
                .findFirst()
                .orElse("the plan has no resource of its types");
    }
}
