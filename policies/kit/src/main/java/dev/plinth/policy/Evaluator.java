package dev.plinth.policy;

import dev.plinth.policy.Finding.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/**
 * Runs the rules of a pack. Knows nothing of the engine, so that a saved plan can be judged as well; may be used by
 * several threads at once.
 */
public final class Evaluator {
    private record Entry<R extends Rule>(R rule, RuleInfo info) {}

    private final List<Entry<ResourceRule>> resourceRules = new ArrayList<>();
    private final List<Entry<StackRule>> stackRules = new ArrayList<>();

    public Evaluator(PolicyPack pack) {
        for (Rule rule : pack.rules()) {
            switch (rule) {
                case ResourceRule judge -> resourceRules.add(new Entry<>(judge, judge.info()));
                case StackRule judge -> stackRules.add(new Entry<>(judge, judge.info()));
            }
        }
    }

    /** Judges one resource by its inputs. */
    public Verdict judge(Resource resource, Levels levels) {
        var run = new Run(levels, List.of(resource));
        for (Entry<ResourceRule> entry : resourceRules) {
            if (resource.is(entry.info().types())) {
                run.attempt(entry.info(), resource, () -> entry.rule().check(resource));
            } else {
                run.skip(entry.info(), "is about other types");
            }
        }
        return run.verdict();
    }

    /** Judges how the resources of a stack stand to each other, by their outputs. */
    public Verdict judge(Stack stack, Levels levels) {
        var run = new Run(levels, stack.resources());
        for (Entry<StackRule> entry : stackRules) {
            List<Resource> judged = stack.all(entry.info().types());
            if (judged.isEmpty()) {
                run.skip(entry.info(), "the stack has no resource of its types");
            }
            for (Resource resource : judged) {
                run.attempt(entry.info(), resource, () -> entry.rule().check(resource, stack));
            }
        }
        return run.verdict();
    }

    /** The rules over the same resources, one after the other: what one of them does is nothing to the next. */
    private static final class Run {
        private final Levels levels;
        private final List<Resource> resources;
        private final List<Finding> findings = new ArrayList<>();
        private final List<NotApplicable> skipped = new ArrayList<>();

        Run(Levels levels, List<Resource> resources) {
            this.levels = levels;
            this.resources = resources;
        }

        void skip(RuleInfo rule, String reason) {
            if (levels.of(rule) != EnforcementLevel.DISABLED) {
                skipped.add(new NotApplicable(rule, reason));
            }
        }

        void attempt(RuleInfo rule, Resource resource, Supplier<List<String>> check) {
            EnforcementLevel level = levels.of(rule);
            if (level == EnforcementLevel.DISABLED) {
                return;
            }
            try {
                check.get().forEach(clause -> add(rule, resource, Kind.VIOLATION, told(level), " " + clause));
            } catch (UnknownValueException unknown) {
                add(rule, resource, Kind.UNDECIDED, EnforcementLevel.ADVISORY, ": " + describe(unknown));
            } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError failure) {
                // The engine would give up the deployment, and all other findings, over a rule that throws.
                add(rule, resource, Kind.BROKEN, EnforcementLevel.MANDATORY, ": " + describe(failure));
            }
        }

        private void add(RuleInfo rule, Resource resource, Kind kind, EnforcementLevel level, String statement) {
            findings.add(new Finding(rule, resource.urn(), kind, level, resource.name() + statement));
        }

        private static EnforcementLevel told(EnforcementLevel level) {
            // What could not be put right stops the deployment.
            return level == EnforcementLevel.REMEDIATE ? EnforcementLevel.MANDATORY : level;
        }

        Verdict verdict() {
            if (findings.isEmpty()) {
                return new Verdict(List.of(), skipped);
            }
            Secrets secrets = Secrets.of(resources);
            return new Verdict(
                    findings.stream()
                            .map(finding -> finding.withStatement(secrets.mask(finding.statement())))
                            .toList(),
                    skipped);
        }

        private static String describe(Throwable failure) {
            boolean ours = failure instanceof UnknownValueException
                    || failure instanceof PropertyTypeException
                    || failure instanceof PolicyPackException;
            // The message of any other exception may quote a value that the rule has read.
            return ours
                    ? String.valueOf(failure.getMessage())
                    : failure.getClass().getSimpleName() + place(failure);
        }

        private static String place(Throwable failure) {
            return Arrays.stream(failure.getStackTrace())
                    .filter(frame -> !frame.getClassName().startsWith("java."))
                    .findFirst()
                    .map(frame -> " at %s:%d".formatted(frame.getFileName(), frame.getLineNumber()))
                    .orElse("");
        }
    }
}
