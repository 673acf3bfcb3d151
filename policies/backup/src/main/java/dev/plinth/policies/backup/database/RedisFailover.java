package dev.plinth.policies.backup.database;

import static dev.plinth.policy.Framework.AWS_FSBP;
import static dev.plinth.policy.Framework.CHECKOV;

import com.pulumi.aws.elasticache.ReplicationGroup;
import dev.plinth.policy.Context;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.Property;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceRule;
import dev.plinth.policy.ResourceTypes;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Severity;

/** Redis goes on by itself, in another zone, when its primary or the zone fails. */
final class RedisFailover implements ResourceRule {
    private static final int NODES_MIN = 2;

    private static final ResourceTypes GROUPS = ResourceTypes.of(ReplicationGroup.class);
    private static final Property<Integer> NODES = GROUPS.integer("numCacheClusters");
    private static final Property<Integer> REPLICAS = GROUPS.integer("replicasPerNodeGroup");
    private static final Property<Boolean> AUTOMATIC = GROUPS.flag("automaticFailoverEnabled");
    private static final Property<Boolean> SPREAD = GROUPS.flag("multiAzEnabled");

    @Override
    public RuleInfo info() {
        return RuleInfo.mandatory("redis-failover", GROUPS, "Redis goes on when its primary or a zone fails")
                .severity(Severity.MEDIUM)
                .controls(AWS_FSBP.control("ElastiCache.3"), CHECKOV.control("CKV2_AWS_50"))
                .why("Without a second node that takes over, a failed one ends all sessions and loses what it held.")
                .cure("set numCacheClusters to 2 or more (or replicasPerNodeGroup to 1), automaticFailoverEnabled and"
                        + " multiAzEnabled to true");
    }

    /** Says the first thing only that is missing: without it, the others do not stand either. */
    @Override
    public Judgement check(Resource group, Context context) {
        if (nodes(group) < NODES_MIN) {
            return Judgement.violated("has one node, and none to take over");
        }
        if (!group.get(AUTOMATIC).orElse(false)) {
            return Judgement.violated(
                    "waits for a person when its primary fails, as automaticFailoverEnabled is not true");
        }
        return Judgement.violatedIf(
                !group.get(SPREAD).orElse(false), "may have all its nodes in one zone, as multiAzEnabled is not true");
    }

    private static int nodes(Resource group) {
        return group.get(NODES).orElseGet(() -> 1 + group.get(REPLICAS).orElse(0));
    }
}
