package dev.plinth.policies.security.database;

import static dev.plinth.policy.Framework.AWS_FSBP;
import static dev.plinth.policy.Framework.CHECKOV;
import static dev.plinth.policy.Framework.TRIVY;

import dev.plinth.policy.Context;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.Property;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceRule;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Severity;

/** A cache turns away a client that does not speak TLS. */
final class RedisInTransit implements ResourceRule {
    private static final Property<Boolean> ENABLED = Caches.ALL.flag("transitEncryptionEnabled");
    private static final Property<String> MODE = Caches.GROUPS.text("transitEncryptionMode");

    @Override
    public RuleInfo info() {
        return RuleInfo.mandatory("redis-in-transit", Caches.ALL, "A cache accepts TLS connections only")
                .severity(Severity.HIGH)
                .controls(AWS_FSBP.control("ElastiCache.5"), CHECKOV.control("CKV_AWS_30"), TRIVY.control("AWS-0051"))
                .why("Without TLS, sessions and the token cross the network in the clear for anybody who listens.")
                .cure("set transitEncryptionEnabled to true and leave transitEncryptionMode 'required'; Redis offers it"
                        + " as a replication group only");
    }

    @Override
    public Judgement check(Resource cache, Context context) {
        if (Caches.isNode(cache) || Caches.isGlobal(cache)) {
            return Judgement.notApplicable("leaves a part of a group to that group");
        }
        if (!cache.get(ENABLED).orElse(false)) {
            return Judgement.violated("lets clients in without TLS, as transitEncryptionEnabled is not true");
        }
        boolean preferred =
                cache.is(Caches.GROUPS) && cache.get(MODE).orElse("").equals("preferred");
        return Judgement.violatedIf(
                preferred, "lets clients in without TLS, as transitEncryptionMode is 'preferred', not 'required'");
    }
}
