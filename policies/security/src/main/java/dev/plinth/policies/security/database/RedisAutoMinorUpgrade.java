package dev.plinth.policies.security.database;

import static dev.plinth.policy.Framework.AWS_FSBP;

import dev.plinth.policy.Context;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.Patch;
import dev.plinth.policy.Property;
import dev.plinth.policy.RemediatingRule;
import dev.plinth.policy.Resource;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Severity;

/** A cache gets corrections of its engine without anybody having to think of it. */
final class RedisAutoMinorUpgrade implements RemediatingRule {
    private static final String NAME = "autoMinorVersionUpgrade";
    private static final Property<Boolean> AUTOMATIC = Caches.ALL.flag(NAME);
    private static final Property<Boolean> OF_GROUP = Caches.GROUPS.flag(NAME);
    /** The SDK has this flag as a text. */
    private static final Property<String> OF_CLUSTER = Caches.CLUSTERS.text(NAME);

    @Override
    public RuleInfo info() {
        return RuleInfo.mandatory("redis-auto-minor-upgrade", Caches.ALL, "A cache takes minor versions by itself")
                .severity(Severity.HIGH)
                .controls(AWS_FSBP.control("ElastiCache.2"))
                .why("Minor versions close holes that are public from the day on that they are closed.")
                .cure("set autoMinorVersionUpgrade to true");
    }

    @Override
    public Judgement check(Resource cache, Context context) {
        if (Caches.isNode(cache)) {
            return Judgement.notApplicable("leaves a node to its replication group");
        }
        return Judgement.violatedIf(
                !isAutomatic(cache), "stays on its minor version, as autoMinorVersionUpgrade is false");
    }

    @Override
    public Patch remedy(Resource cache, Context context) {
        if (Caches.isNode(cache) || isAutomatic(cache)) {
            return Patch.NONE;
        }
        return cache.is(Caches.GROUPS) ? Patch.put(OF_GROUP, true) : Patch.put(OF_CLUSTER, "true");
    }

    private static boolean isAutomatic(Resource cache) {
        return cache.get(AUTOMATIC).orElse(true);
    }
}
