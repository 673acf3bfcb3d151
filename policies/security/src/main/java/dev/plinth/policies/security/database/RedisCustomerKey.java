package dev.plinth.policies.security.database;

import static dev.plinth.policy.Framework.CHECKOV;

import dev.plinth.policy.Context;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.Property;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceRule;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Severity;

/** The key of Redis's snapshots belongs to the account, which decides who uses it and can take it away. */
final class RedisCustomerKey implements ResourceRule {
    private static final Property<String> KEY = Caches.GROUPS.text("kmsKeyId");

    @Override
    public RuleInfo info() {
        return RuleInfo.advisory("redis-customer-key", Caches.GROUPS, "Redis is encrypted with a key of one's own")
                .severity(Severity.LOW)
                .controls(CHECKOV.control("CKV_AWS_191"))
                .why("The key that AWS takes otherwise has a policy that nobody can change or take away.")
                .cure("set kmsKeyId to the ARN of a key of the account before the group is made");
    }

    @Override
    public Judgement check(Resource group, Context context) {
        if (!Caches.isEncrypted(group)) {
            return Judgement.notApplicable("leaves a group that is not encrypted to redis-at-rest");
        }
        return Judgement.violatedIf(!group.has(KEY), "is encrypted with a key of AWS's, as kmsKeyId is not set");
    }
}
