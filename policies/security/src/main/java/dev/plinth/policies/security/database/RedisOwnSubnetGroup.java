package dev.plinth.policies.security.database;

import static dev.plinth.policy.Framework.AWS_FSBP;
import static dev.plinth.policy.Framework.CHECKOV;

import dev.plinth.policy.Context;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.Property;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceRule;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Severity;
import java.util.Set;

/** A cache stands in subnets that somebody has chosen for it, not in those that come with an account. */
final class RedisOwnSubnetGroup implements ResourceRule {
    private static final Property<String> GROUP = Caches.ALL.text("subnetGroupName");
    private static final Set<String> NONE = Set.of("", "default");

    @Override
    public RuleInfo info() {
        return RuleInfo.mandatory("redis-own-subnet-group", Caches.ALL, "A cache stands in subnets of its own choice")
                .severity(Severity.HIGH)
                .controls(AWS_FSBP.control("ElastiCache.7"), CHECKOV.control("CKV_AWS_323"))
                .why("The subnets that come with an account have a way to the internet.")
                .cure("set subnetGroupName to a group of private subnets");
    }

    @Override
    public Judgement check(Resource cache, Context context) {
        if (Caches.isNode(cache)) {
            return Judgement.notApplicable("leaves a node to its replication group");
        }
        // What is not known yet is the name of a group that is made with the cache.
        boolean own = cache.isUnknown(GROUP) || !NONE.contains(cache.get(GROUP).orElse(""));
        return Judgement.violatedIf(!own, "stands in the default subnets, as subnetGroupName names no group");
    }
}
