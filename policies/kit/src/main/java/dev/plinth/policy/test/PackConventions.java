package dev.plinth.policy.test;

import dev.plinth.policy.Described;
import dev.plinth.policy.Explanation;
import dev.plinth.policy.PolicyPack;
import dev.plinth.policy.Rule;
import dev.plinth.policy.RuleInfo;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What keeps a pack of many rules easy to find one's way in: each rule is a final class without state, named like its id,
 * listed in the pack, explained, and tried by a test class of its own.
 */
public final class PackConventions {
    private final List<String> broken = new ArrayList<>();

    private PackConventions() {}

    /** What a pack breaks of them, as a sentence each; its rules are looked for in the package of the pack's class. */
    public static List<String> broken(PolicyPack pack, Class<?> packClass) {
        var conventions = new PackConventions();
        RuleClasses.beside(packClass).stream()
                .filter(type -> pack.rules().stream().noneMatch(type::isInstance))
                .forEach(type -> conventions.broken.add(type.getName() + " is not listed in the pack"));
        for (Rule rule : pack.rules()) {
            conventions.shape(rule);
            conventions.words(rule.info());
            conventions.settings(rule.info());
        }
        return List.copyOf(conventions.broken);
    }

    private void shape(Rule rule) {
        Class<?> type = rule.getClass();
        String id = rule.info().id();
        String name = type.getSimpleName().replaceAll("(?<!^)([A-Z])", "-$1").toLowerCase(Locale.ROOT);
        check(id.equals(name), id, "is not named like its class %s".formatted(type.getSimpleName()));
        check(Modifier.isFinal(type.getModifiers()), id, "is a class that is not final");
        check(
                Arrays.stream(type.getDeclaredFields()).allMatch(field -> Modifier.isStatic(field.getModifiers())),
                id,
                "has fields, though resources are judged in parallel");
        check(hasTest(type), id, "has no class %sTest".formatted(type.getSimpleName()));
    }

    private void words(RuleInfo info) {
        Explanation explanation = info.explanation();
        check(!info.title().endsWith("."), info.id(), "has a title with a full stop");
        check(explanation.why().endsWith("."), info.id(), "does not say why in a sentence");
        check(!explanation.cure().endsWith("."), info.id(), "has a cure with a full stop");
    }

    private void settings(RuleInfo info) {
        info.config()
                .ifPresent(config -> Arrays.stream(config.defaults().getClass().getRecordComponents())
                        .filter(component -> component.getAnnotation(Described.class) == null)
                        .map(RecordComponent::getName)
                        .forEach(name -> broken.add("%s does not describe %s".formatted(info.id(), name))));
    }

    private void check(boolean kept, String rule, String otherwise) {
        if (!kept) {
            broken.add("%s %s".formatted(rule, otherwise));
        }
    }

    private static boolean hasTest(Class<?> type) {
        return type.getResource(type.getSimpleName() + "Test.class") != null;
    }
}
