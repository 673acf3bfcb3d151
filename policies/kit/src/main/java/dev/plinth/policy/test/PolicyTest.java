package dev.plinth.policy.test;

import dev.plinth.policy.Configuration;
import dev.plinth.policy.EnforcementLevel;
import dev.plinth.policy.Evaluator;
import dev.plinth.policy.Finding;
import dev.plinth.policy.Finding.Kind;
import dev.plinth.policy.Levels;
import dev.plinth.policy.NotApplicable;
import dev.plinth.policy.Patch;
import dev.plinth.policy.PolicyPack;
import dev.plinth.policy.RemediatingRule;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceRule;
import dev.plinth.policy.Rule;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Run;
import dev.plinth.policy.Stack;
import dev.plinth.policy.StackRule;
import dev.plinth.policy.Verdict;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Runs a rule just as a deployment does, and says what came of it as plain lists. Immutable. */
public final class PolicyTest {
    private final Rule rule;
    private final Map<String, Object> configured;
    private final Run run;

    private PolicyTest(Rule rule, Map<String, Object> configured, Run run) {
        this.rule = rule;
        this.configured = Map.copyOf(configured);
        this.run = run;
    }

    /** A test of one rule, at the rule's own level and with its own configuration. */
    public static PolicyTest of(Rule rule) {
        return new PolicyTest(rule, Map.of(), Run.UNKNOWN);
    }

    /** The same, with a value of the rule's configuration as a user sets it in JSON. */
    public PolicyTest configured(String name, Object value) {
        var changed = new HashMap<>(configured);
        changed.put(name, value);
        return new PolicyTest(rule, changed, run);
    }

    /** The same in this run. */
    public PolicyTest in(Run other) {
        return new PolicyTest(rule, configured, other);
    }

    /** What the rule finds wrong, such as "db keeps 0 days of backups, needs 7". */
    public List<String> violations(TestResource... resources) {
        return statements(Kind.VIOLATION, resources);
    }

    /** Why the rule has to wait for the deployment. */
    public List<String> undecided(TestResource... resources) {
        return statements(Kind.UNDECIDED, resources);
    }

    /** Why the rule has nothing to judge, such as "is about other types". */
    public List<String> notApplicable(TestResource... resources) {
        return verdicts(resources)
                .flatMap(verdict -> verdict.notApplicable().stream())
                .map(NotApplicable::reason)
                .toList();
    }

    /**
     * The resource after the rule has put it right; the same if there was nothing to put right. Fails if the rule finds
     * something wrong with it even then, or would change it again.
     */
    public TestResource remedied(TestResource resource) {
        if (!(rule instanceof RemediatingRule remediating)) {
            throw new AssertionError(rule.info().id() + " does not put right what it finds");
        }
        TestResource remedied = patched(remediating, resource);
        List<String> left = violations(remedied);
        if (!left.isEmpty()) {
            throw new AssertionError("%s still finds %s".formatted(rule.info().id(), left));
        }
        if (!patched(remediating, remedied).values().equals(remedied.values())) {
            throw new AssertionError(
                    "%s changes what it has put right".formatted(rule.info().id()));
        }
        return remedied;
    }

    private TestResource patched(RemediatingRule remediating, TestResource resource) {
        Patch patch = evaluator().remedy(remediating, resource.resource());
        return resource.patched(patch.apply(resource.values()));
    }

    /** The rule classes in the package of the pack's class, and in the packages inside it, that the pack does not list. */
    public static List<Class<?>> forgottenRules(PolicyPack pack, Class<?> packClass) {
        List<?> listed = pack.rules().stream().map(Object::getClass).toList();
        return RuleClasses.beside(packClass).stream()
                .filter(Predicate.not(listed::contains))
                .toList();
    }

    private List<String> statements(Kind kind, TestResource... resources) {
        List<Finding> findings = verdicts(resources)
                .flatMap(verdict -> verdict.findings().stream())
                .toList();
        findings.stream()
                .filter(finding -> finding.kind() == Kind.BROKEN)
                .findFirst()
                .ifPresent(broken -> {
                    throw new AssertionError(broken.message());
                });
        return findings.stream()
                .filter(finding -> finding.kind() == kind)
                .map(Finding::statement)
                .toList();
    }

    private Stream<Verdict> verdicts(TestResource... resources) {
        Evaluator evaluator = evaluator();
        List<Resource> judged =
                Arrays.stream(resources).map(TestResource::resource).toList();
        return switch (rule) {
            case ResourceRule alone -> judged.stream().map(evaluator::judge);
            case StackRule together -> Stream.of(evaluator.judge(new Stack(judged)));
        };
    }

    private Evaluator evaluator() {
        RuleInfo info = rule.info();
        // A rule that is off by default is tried as it is when somebody turns it on.
        Levels levels = info.level() == EnforcementLevel.DISABLED
                ? new Levels(Map.of(info.id(), EnforcementLevel.MANDATORY))
                : Levels.DEFAULT;
        return new Evaluator(
                new PolicyPack("test", "0.0.0", "", List.of(rule)),
                new Configuration(levels, Map.of(info.id(), configured)),
                run);
    }
}
