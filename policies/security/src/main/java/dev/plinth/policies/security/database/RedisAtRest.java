package dev.plinth.policies.security.database;

import static dev.plinth.policy.Framework.AWS_FSBP;
import static dev.plinth.policy.Framework.CHECKOV;
import static dev.plinth.policy.Framework.TRIVY;

import dev.plinth.policy.Context;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceRule;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Severity;

/** Redis's snapshots and what it swaps to disk cannot be read without a key; it cannot be turned on later. */
final class RedisAtRest implements ResourceRule {
    @Override
    public RuleInfo info() {
        return RuleInfo.mandatory("redis-at-rest", Caches.GROUPS, "Redis encrypts what it stores")
                .severity(Severity.HIGH)
                .controls(AWS_FSBP.control("ElastiCache.4"), CHECKOV.control("CKV_AWS_29"), TRIVY.control("AWS-0045"))
                .why("Whoever gets hold of a snapshot reads sessions and everything else that is cached.")
                .cure(
                        "set atRestEncryptionEnabled to true; an existing group is replaced, so restore it from a snapshot");
    }

    @Override
    public Judgement check(Resource group, Context context) {
        if (Caches.isGlobal(group)) {
            return Judgement.notApplicable("leaves a member of a global group to that group");
        }
        return Judgement.violatedIf(
                !Caches.isEncrypted(group), "stores its data unencrypted, as atRestEncryptionEnabled is not true");
    }
}
