package dev.plinth.policies.backup.database;

import dev.plinth.policy.Described;
import dev.plinth.policy.Property;
import dev.plinth.policy.Resource;
import dev.plinth.policy.RuleConfig;
import java.util.List;
import java.util.Map;

/** Which databases are worth a further copy. */
record Tier(
        @Described("tag that marks a database as worth a further copy")
        String tag,

        @Described("values of the tag that mark it; none means any value")
        List<String> values) {

    /** What a plan backs up is worth it. */
    static final RuleConfig<Tier> CONFIG = RuleConfig.of(new Tier("Backup", List.of()));

    private static final Property<Map<String, String>> TAGS = Databases.INSTANCES.textMap("tags");

    Tier {
        values = List.copyOf(values);
    }

    boolean includes(Resource instance) {
        String value = instance.get(TAGS).orElse(Map.of()).get(tag);
        return value != null && (values.isEmpty() || values.contains(value));
    }
}
