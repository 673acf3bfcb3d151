package dev.plinth.policy;

import dev.plinth.policy.Finding.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;

/** The rules over the same resources, one after the other: what one of them does is nothing to the next. */
final class Judging {
    private final Levels levels;
    private final List<Finding> findings = new ArrayList<>();
    private final List<NotApplicable> notApplicable = new ArrayList<>();

    Judging(Levels levels) {
        this.levels = levels;
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
            tell(rule, resource, level, Judgement.attempt(check));
        } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError failure) {
            // The engine would give up the deployment, and all other findings, over a rule that throws.
            add(rule, resource, Kind.BROKEN, EnforcementLevel.MANDATORY, ": " + describe(failure));
        }
    }

    Verdict verdict(Collection<Resource> resources) {
        if (findings.isEmpty()) {
            return new Verdict(List.of(), notApplicable);
        }
        Secrets secrets = Secrets.of(resources);
        return new Verdict(
                findings.stream()
                        .map(finding -> finding.withStatement(secrets.mask(finding.statement())))
                        .toList(),
                notApplicable);
    }

    private void tell(RuleInfo rule, Resource resource, EnforcementLevel level, Judgement judgement) {
        judgement.violations().forEach(clause -> add(rule, resource, Kind.VIOLATION, told(level), " " + clause));
        if (judgement.violations().isEmpty()) {
            // What is broken already is told anyway, whatever else comes to light.
            judgement
                    .waits()
                    .forEach(wait -> add(rule, resource, Kind.UNDECIDED, EnforcementLevel.ADVISORY, ": " + wait));
        }
        judgement.reasonNotApplicable().ifPresent(reason -> skip(rule, reason));
    }

    private void add(RuleInfo rule, Resource resource, Kind kind, EnforcementLevel level, String statement) {
        findings.add(new Finding(rule, resource.urn(), kind, level, resource.name() + statement));
    }

    private static EnforcementLevel told(EnforcementLevel level) {
        // What could not be put right stops the deployment.
        return level == EnforcementLevel.REMEDIATE ? EnforcementLevel.MANDATORY : level;
    }

    private static String describe(Throwable failure) {
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
