package dev.plinth.policy;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The enforcement levels of a run: what the rules say, unless configuration says otherwise. */
public record Levels(Map<String, EnforcementLevel> configured) {
    /** No configuration. */
    public static final Levels DEFAULT = new Levels(Map.of());

    /** The name by which configuration addresses all rules of a pack. */
    static final String ALL = "all";

    public Levels {
        configured = Map.copyOf(configured);
    }

    /** The level of a rule in this run. */
    public EnforcementLevel of(RuleInfo rule) {
        EnforcementLevel all = configured.getOrDefault(ALL, rule.level());
        return configured.getOrDefault(rule.id(), all);
    }

    /** What is configured for rules that the pack does not have, as a sentence each. */
    public List<String> mistakesFor(PolicyPack pack) {
        return unknown(configured.keySet(), pack);
    }

    /** A complaint about each of these names that is not a rule's. */
    static List<String> unknown(Collection<String> names, PolicyPack pack) {
        List<String> ids = pack.rules().stream().map(rule -> rule.info().id()).toList();
        return new TreeSet<>(names)
                .stream()
                        .filter(id -> !id.equals(ALL) && !ids.contains(id) && !KitRules.has(id))
                        .map(id -> "pack %s has no rule '%s'%s"
                                .formatted(pack.name(), id, Spelling.hint(ids, id, "rules")))
                        .toList();
    }
}
