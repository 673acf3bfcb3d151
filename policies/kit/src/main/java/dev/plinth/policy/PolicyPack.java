package dev.plinth.policy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** A named list of rules; refuses to exist, with all reasons at once, if the engine could not run it as it is. */
public record PolicyPack(String name, String version, String description, List<Rule> rules) {
    /** What a configuration file says of all rules, and of the engine's environments. */
    private static final Set<String> RESERVED = Set.of(Levels.ALL, "environments");

    private static final String LEVEL = "enforcementLevel";
    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9-_.]{1,100}");
    private static final Pattern VERSION = Pattern.compile("\\d+\\.\\d+\\.\\d+([-+].+)?");

    public PolicyPack {
        rules = List.copyOf(rules);
        var problems = new ArrayList<String>();
        if (!NAME.matcher(name).matches()) {
            problems.add("pack name '%s' needs 1 to 100 letters, digits, '-', '_' or '.'".formatted(name));
        }
        if (!VERSION.matcher(version).matches()) {
            problems.add("pack '%s' has the version '%s', which is none such as 1.0.0".formatted(name, version));
        }
        if (rules.isEmpty()) {
            problems.add("pack '%s' has no rules".formatted(name));
        }
        var ids = new HashSet<String>();
        for (Rule rule : rules) {
            check(rule, ids, problems);
        }
        if (!problems.isEmpty()) {
            throw new PolicyPackException(String.join("\n", problems));
        }
    }

    private static void check(Rule rule, HashSet<String> ids, List<String> problems) {
        RuleInfo info = rule.info();
        String where = "rule '%s' (%s)".formatted(info.id(), rule.getClass().getName());
        if (!NAME.matcher(info.id()).matches()) {
            problems.add("%s needs an id of 1 to 100 letters, digits, '-', '_' or '.'".formatted(where));
        }
        if (RESERVED.contains(info.id()) || KitRules.has(info.id())) {
            problems.add("%s has an id that means something else in a pack's configuration".formatted(where));
        }
        if (!ids.add(info.id())) {
            problems.add(where + " has the id of another rule");
        }
        if (info.title().isBlank()) {
            problems.add(where + " has no title");
        }
        if (info.explanation().cure().isBlank()) {
            problems.add(where + " has no cure");
        }
        if (info.config().map(RuleConfig::schema).orElse(Map.of()).containsKey(LEVEL)) {
            problems.add("%s configures '%s', which is what the engine calls a rule's level".formatted(where, LEVEL));
        }
        if (info.types().tokens().isEmpty() && !info.types().isEvery()) {
            problems.add(where + " applies to no resource type");
        }
    }
}
