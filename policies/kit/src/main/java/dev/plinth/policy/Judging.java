package dev.plinth.policy;

import dev.plinth.policy.Finding.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The rules over the same resources, one after the other: what one of them does is nothing to the next. */
final class Judging {
    private final Levels levels;
    private final ExemptionUse exemptions;
    private final List<Finding> findings = new ArrayList<>();
    private final List<NotApplicable> notApplicable = new ArrayList<>();
    private final List<Exempted> exempted = new ArrayList<>();

    Judging(Levels levels, ExemptionUse exemptions) {
        this.levels = levels;
        this.exemptions = exemptions;
    }

    void skip(RuleInfo rule, String reason) {
        if (levels.of(rule) != EnforcementLevel.DISABLED) {
            notApplicable.add(new NotApplicable(rule, reason));
        }
    }

    void attempt(RuleInfo rule, Resource resource, Supplier<Judgement> check) {
        EnforcementLevel level = levels.of(rule);
        if (level == EnforcementLevel.DISABLED) {
            return;
        }
        try {
            tell(rule, resource, Judgement.attempt(check));
        } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError failure) {
            // The engine would give up the deployment, and all other findings, over a rule that throws.
            findings.add(finding(rule, resource, Kind.BROKEN, ": " + describe(failure)));
        }
    }

    /** Tells of exemptions that nothing has needed. */
    void unused(Collection<Exemption> unused) {
        RuleInfo rule = KitRules.EXEMPTIONS.info();
        if (levels.of(rule) != EnforcementLevel.DISABLED) {
            unused.forEach(exemption -> findings.add(new Finding(
                    rule,
                    "",
                    Kind.VIOLATION,
                    EnforcementLevel.ADVISORY,
                    "the %s is not needed".formatted(exemption.named()))));
        }
    }

    Verdict verdict(Collection<Resource> resources) {
        if (findings.isEmpty() && notApplicable.isEmpty() && exempted.isEmpty()) {
            return Verdict.NONE;
        }
        Secrets secrets = Secrets.of(resources);
        return new Verdict(
                findings.stream().map(secrets::mask).toList(),
                notApplicable.stream()
                        .map(skipped -> new NotApplicable(skipped.rule(), secrets.mask(skipped.reason())))
                        .toList(),
                exempted.stream()
                        .map(kept -> new Exempted(secrets.mask(kept.finding()), kept.exemption()))
                        .toList());
    }

    private void tell(RuleInfo rule, Resource resource, Judgement judgement) {
        List<Finding> violations = judgement.violations().stream()
                .map(clause -> finding(rule, resource, Kind.VIOLATION, " " + clause))
                .toList();
        if (!violations.isEmpty()) {
            // What is broken already is told anyway, whatever else comes to light.
            violated(rule, resource, violations);
        } else if (!judgement.waits().isEmpty()) {
            exemptions.waits(rule, resource);
            judgement.waits().forEach(wait -> findings.add(finding(rule, resource, Kind.UNDECIDED, ": " + wait)));
        }
        judgement.reasonNotApplicable().ifPresent(reason -> skip(rule, reason));
    }

    private void violated(RuleInfo rule, Resource resource, List<Finding> violations) {
        Optional<Exemption> holding = exemptions.holding(rule, resource);
        if (holding.isPresent()) {
            violations.forEach(finding -> exempted.add(new Exempted(finding, holding.get())));
            notApplicable.add(new NotApplicable(rule, holding.get().told()));
            return;
        }
        findings.addAll(violations);
        RuleInfo about = KitRules.EXEMPTIONS.info();
        if (levels.of(about) != EnforcementLevel.DISABLED) {
            exemptions
                    .ended(rule, resource)
                    .forEach(ended -> findings.add(finding(
                            about,
                            resource,
                            Kind.VIOLATION,
                            ": the %s has ended; it was %s".formatted(ended.named(), ended.told()))));
        }
    }

    private Finding finding(RuleInfo rule, Resource resource, Kind kind, String statement) {
        EnforcementLevel level = switch (kind) {
            case VIOLATION -> told(levels.of(rule));
            case UNDECIDED -> EnforcementLevel.ADVISORY;
            case BROKEN -> EnforcementLevel.MANDATORY;
        };
        return new Finding(rule, resource.urn(), kind, level, resource.name() + statement);
    }

    private static EnforcementLevel told(EnforcementLevel level) {
        // What could not be put right stops the deployment.
        return level == EnforcementLevel.REMEDIATE ? EnforcementLevel.MANDATORY : level;
    }

    static String describe(Throwable failure) {
        boolean ours = failure instanceof PropertyTypeException || failure instanceof PolicyPackException;
        // The message of any other exception may quote a value that the rule has read.
        return ours ? String.valueOf(failure.getMessage()) : failure.getClass().getSimpleName() + place(failure);
    }

    private static String place(Throwable failure) {
        return Arrays.stream(failure.getStackTrace())
                .filter(frame -> !frame.getClassName().startsWith("java."))
                .findFirst()
                .map(frame -> " at %s:%d".formatted(frame.getFileName(), frame.getLineNumber()))
                .orElse("");
    }
}
