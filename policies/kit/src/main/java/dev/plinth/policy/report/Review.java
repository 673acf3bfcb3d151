package dev.plinth.policy.report;

import static dev.plinth.policy.KitRules.EXEMPTIONS;

import dev.plinth.policy.Configuration;
import dev.plinth.policy.EnforcementLevel;
import dev.plinth.policy.Evaluator;
import dev.plinth.policy.Exempted;
import dev.plinth.policy.Finding;
import dev.plinth.policy.NotApplicable;
import dev.plinth.policy.PolicyPack;
import dev.plinth.policy.Rule;
import dev.plinth.policy.Run;
import dev.plinth.policy.StackRule;
import dev.plinth.policy.Verdict;
import dev.plinth.policy.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

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
        var results = new ArrayList<RuleResult>();
        for (Rule rule : pack.rules()) {
            results.add(result(rule, configuration.levels().of(rule.info()), verdicts));
        }
        // The kit's own rule is of interest only to those who have something to do.
        RuleResult exemptions = result(EXEMPTIONS, configuration.levels().of(EXEMPTIONS.info()), verdicts);
        if (!exemptions.findings().isEmpty()) {
            results.add(exemptions);
        }
        return new PackReport(pack, results);
    }

    private RuleResult result(Rule rule, EnforcementLevel level, List<Verdict> verdicts) {
        String id = rule.info().id();
        List<Finding> findings =
                of(verdicts, Verdict::findings, finding -> finding.rule().id().equals(id));
        List<Exempted> exempted = of(
                verdicts, Verdict::exempted, kept -> kept.finding().rule().id().equals(id));
        List<NotApplicable> skipped = of(
                verdicts, Verdict::notApplicable, silent -> silent.rule().id().equals(id));
        Outcome outcome = level == EnforcementLevel.DISABLED
                ? Outcome.DISABLED
                : outcome(findings, exempted, skipped.size() >= asked(rule));
        String reason = outcome == Outcome.NOT_APPLICABLE ? told(skipped) : "";
        return new RuleResult(rule.info(), level, outcome, reason, findings, exempted);
    }

    private static Outcome outcome(List<Finding> findings, List<Exempted> exempted, boolean silent) {
        if (findings.stream().anyMatch(finding -> finding.kind() != Finding.Kind.UNDECIDED)) {
            return Outcome.VIOLATED;
        } else if (!findings.isEmpty()) {
            return Outcome.UNDECIDED;
        } else if (!exempted.isEmpty()) {
            return Outcome.EXEMPT;
        }
        return silent ? Outcome.NOT_APPLICABLE : Outcome.KEPT;
    }

    private static <T> List<T> of(List<Verdict> verdicts, Function<Verdict, List<T>> part, Predicate<T> wanted) {
        return verdicts.stream()
                .flatMap(verdict -> part.apply(verdict).stream())
                .filter(wanted)
                .toList();
    }

    /** How often the evaluator asks a rule, or tells that it does not. */
    private int asked(Rule rule) {
        return rule instanceof StackRule
                ? Math.max(1, plan.outcome().all(rule.info().types()).size())
                : plan.resources().size();
    }

    /** The reason of a resource that the rule looked at says more than that of all the others. */
    private static String told(List<NotApplicable> skipped) {
        return skipped.stream()
                .map(NotApplicable::reason)
                .filter(reason -> !reason.equals(NotApplicable.OTHER_TYPES))
                .findFirst()
                .orElse("the plan has no resource of its types");
    }
}
