package dev.plinth.policy;

import java.util.Map;

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

    Map<String, Object> of(RuleInfo rule) {
        return values.getOrDefault(rule.id(), Map.of());
    }
}
