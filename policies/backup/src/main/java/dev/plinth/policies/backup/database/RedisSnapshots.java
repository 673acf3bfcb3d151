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

/** Redis makes a snapshot a day, so that losing all its nodes does not lose all its data. */
final class RedisSnapshots implements ResourceRule {
    private static final int DAYS_MIN = 1;

    private static final ResourceTypes GROUPS = ResourceTypes.of(ReplicationGroup.class);
    private static final Property<Integer> DAYS = GROUPS.integer("snapshotRetentionLimit");

    @Override
    public RuleInfo info() {
        return RuleInfo.mandatory("redis-snapshots", GROUPS, "Redis keeps at least one daily snapshot")
                .severity(Severity.HIGH)
                .controls(AWS_FSBP.control("ElastiCache.1"), CHECKOV.control("CKV_AWS_134"))
                .why("Redis holds its data in memory: without a snapshot, a lost node comes back empty.")
                .cure("set snapshotRetentionLimit to %d or more".formatted(DAYS_MIN));
    }

    @Override
    public Judgement check(Resource group, Context context) {
        int days = group.get(DAYS).orElse(0);
        return Judgement.violatedIf(days < DAYS_MIN, "keeps snapshots for %d days, needs %d".formatted(days, DAYS_MIN));
    }
}
