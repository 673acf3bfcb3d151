package dev.plinth.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * What the user of a pack has configured.
 *
 * @param values what is set of each rule's own configuration, by rule id and name
 */
public record Configuration(Levels levels, Map<String, Map<String, Object>> values) {
    /** Nothing is configured. */
    public static final Configuration NONE = new Configuration(Levels.DEFAULT, Map.of());

    public Configuration {
        values = Map.copyOf(values);
    }

    /** Only levels are configured. */
    public static Configuration of(Levels levels) {
        return new Configuration(levels, Map.of());
    }

    /** Everything that is wrong with it for this pack, as a sentence each that says what was expected. */
    public List<String> mistakesFor(PolicyPack pack) {
        var mistakes = new ArrayList<>(levels.mistakesFor(pack));
        var named = new TreeSet<>(values.keySet());
        for (Rule rule : KitRules.with(pack)) {
            RuleInfo info = rule.info();
            named.remove(info.id());
            if (info.config().isPresent()) {
                mistakes.addAll(info.config().get().mistakes(info.id(), of(info)));
            } else if (!of(info).isEmpty()) {
                mistakes.add("%s has nothing to configure beside its level".formatted(info.id()));
            }
        }
        if (!values.getOrDefault(Levels.ALL, Map.of()).isEmpty()) {
            mistakes.add("%s has nothing to configure beside its level".formatted(Levels.ALL));
        }
        // A rule that does not exist is told of once.
        named.removeAll(levels.configured().keySet());
        mistakes.addAll(Levels.unknown(named, pack));
        Map<String, Object> exempted = of(KitRules.EXEMPTIONS.info());
        if (KitRules.LIST.mistakes("", exempted).isEmpty()) {
            mistakes.addAll(KitRules.LIST.read(exempted).mistakesFor(pack));
        }
        return mistakes;
    }

    /** What need not be kept where. */
    public Exemptions exemptions() {
        return KitRules.LIST.read(of(KitRules.EXEMPTIONS.info()));
    }

    Map<String, Object> of(RuleInfo rule) {
        return values.getOrDefault(rule.id(), Map.of());
    }
}
