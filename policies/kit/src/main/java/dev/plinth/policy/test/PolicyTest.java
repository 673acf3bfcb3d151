package dev.plinth.policy.test;

import dev.plinth.policy.Evaluator;
import dev.plinth.policy.Finding;
import dev.plinth.policy.Finding.Kind;
import dev.plinth.policy.Levels;
import dev.plinth.policy.PolicyPack;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceRule;
import dev.plinth.policy.Rule;
import dev.plinth.policy.Stack;
import dev.plinth.policy.StackRule;
import dev.plinth.policy.Verdict;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Runs a rule just as a deployment does, and says what came of it as plain lists. */
public final class PolicyTest {
    private final Evaluator evaluator;
    private final Rule rule;

    private PolicyTest(Rule rule) {
        this.evaluator = new Evaluator(new PolicyPack("test", "0.0.0", "", List.of(rule)));
        this.rule = rule;
    }

    /** A test of one rule, at the rule's own level. */
    public static PolicyTest of(Rule rule) {
        return new PolicyTest(rule);
    }

    /** What the rule finds wrong, such as "db keeps 0 days of backups, needs 7". */
    public List<String> violations(TestResource... resources) {
        return statements(Kind.VIOLATION, resources);
    }

    /** Why the rule has to wait for the deployment. */
    public List<String> undecided(TestResource... resources) {
        return statements(Kind.UNDECIDED, resources);
    }

    /** Whether the rule has nothing to judge here. */
    public boolean leavesAlone(TestResource... resources) {
        return verdicts(resources).allMatch(verdict -> !verdict.notApplicable().isEmpty());
    }

    /** The rule classes beside this class, in its package, that the pack does not list. */
    public static List<Class<?>> forgottenRules(PolicyPack pack, Class<?> anchor) {
        List<?> listed = pack.rules().stream().map(Object::getClass).toList();
        return ruleClasses(anchor).stream()
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
        List<Resource> judged =
                Arrays.stream(resources).map(TestResource::resource).toList();
        return switch (rule) {
            case ResourceRule alone -> judged.stream().map(resource -> evaluator.judge(resource, Levels.DEFAULT));
            case StackRule together -> Stream.of(evaluator.judge(new Stack(judged), Levels.DEFAULT));
        };
    }

    private static List<Class<?>> ruleClasses(Class<?> anchor) {
        try {
            Path folder = Path.of(anchor.getResource(".").toURI());
            try (Stream<Path> files = Files.list(folder)) {
                return files.map(file -> file.getFileName().toString())
                        .filter(file -> file.endsWith(".class") && !file.startsWith("package-info"))
                        .<Class<?>>map(file -> load(anchor, file))
                        .filter(candidate -> Rule.class.isAssignableFrom(candidate) && !candidate.isInterface())
                        .toList();
            }
        } catch (URISyntaxException | IOException unreadable) {
            throw new IllegalStateException("the classes beside %s cannot be listed".formatted(anchor), unreadable);
        }
    }

    private static Class<?> load(Class<?> anchor, String file) {
        String name = anchor.getPackageName() + "." + file.substring(0, file.length() - ".class".length());
        try {
            return Class.forName(name, false, anchor.getClassLoader());
        } catch (ClassNotFoundException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
