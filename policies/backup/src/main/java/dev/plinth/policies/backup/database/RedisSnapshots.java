package dev.plinth.policies.backup.database;

import static dev.plinth.policy.Framework.AWS_FSBP;
import static dev.plinth.policy.Framework.CHECKOV;
import static dev.plinth.policy.Framework.TRIVY;

import com.pulumi.aws.elasticache.Cluster;
import com.pulumi.aws.elasticache.ReplicationGroup;
import com.pulumi.aws.elasticache.ServerlessCache;
import dev.plinth.policy.Context;
import dev.plinth.policy.Described;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.Patch;
import dev.plinth.policy.Property;
import dev.plinth.policy.RemediatingRule;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceTypes;
import dev.plinth.policy.RuleConfig;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Severity;

/** Redis makes a snapshot a day, so that losing all its nodes, or a mistake of yesterday, does not lose all its data. */
final class RedisSnapshots implements RemediatingRule {
    record Limits(
            @Described("days that a daily snapshot is kept for at least; AWS keeps 35 at most")
            int daysMin) {}

    private static final RuleConfig<Limits> LIMITS = RuleConfig.of(new Limits(7));
    private static final ResourceTypes CACHES =
            ResourceTypes.of(ReplicationGroup.class, Cluster.class, ServerlessCache.class);
    private static final Property<Integer> DAYS = CACHES.integer("snapshotRetentionLimit");
    private static final Property<String> ENGINE = CACHES.text("engine");
    private static final ResourceTypes CLUSTERS = ResourceTypes.of(Cluster.class);
    private static final Property<String> OWNER = CLUSTERS.text("replicationGroupId");

    @Override
    public RuleInfo info() {
        return RuleInfo.mandatory("redis-snapshots", CACHES, "Redis keeps daily snapshots")
                .severity(Severity.HIGH)
                .controls(AWS_FSBP.control("ElastiCache.1"), CHECKOV.control("CKV_AWS_134"), TRIVY.control("AWS-0050"))
                .why("Redis holds its data in memory: without a snapshot, a lost group comes back empty.")
                .cure("set snapshotRetentionLimit to at least as many days as the rule asks for")
                .config(LIMITS);
    }

    @Override
    public Judgement check(Resource cache, Context context) {
        if (isNode(cache)) {
            return Judgement.notApplicable("leaves a node to its replication group");
        }
        if (isMemcached(cache)) {
            return Judgement.notApplicable("is about Redis and Valkey: Memcached has no snapshots");
        }
        int days = cache.get(DAYS).orElse(0);
        int needed = context.get(LIMITS).daysMin();
        return Judgement.violatedIf(days < needed, "keeps snapshots for %d days, needs %d".formatted(days, needed));
    }

    @Override
    public Patch remedy(Resource cache, Context context) {
        int needed = context.get(LIMITS).daysMin();
        boolean kept = isNode(cache) || isMemcached(cache) || cache.get(DAYS).orElse(0) >= needed;
        return kept ? Patch.NONE : Patch.put(DAYS, needed);
    }

    private static boolean isNode(Resource cache) {
        return cache.is(CLUSTERS) && cache.has(OWNER);
    }

    private static boolean isMemcached(Resource cache) {
        return cache.get(ENGINE).filter("memcached"::equals).isPresent();
    }
}
