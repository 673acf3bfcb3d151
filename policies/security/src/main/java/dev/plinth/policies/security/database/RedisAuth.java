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
import java.util.List;

/** Redis asks its clients who they are. */
final class RedisAuth implements ResourceRule {
    private static final Property<String> TOKEN = Caches.GROUPS.text("authToken");
    private static final Property<List<String>> USERS = Caches.GROUPS.texts("userGroupIds");

    @Override
    public RuleInfo info() {
        return RuleInfo.mandatory("redis-auth", Caches.GROUPS, "Redis lets nobody in without a token or a user")
                .severity(Severity.HIGH)
                .controls(AWS_FSBP.control("ElastiCache.6"), CHECKOV.control("CKV_AWS_31"))
                .why("Whatever reaches the port reads all sessions, and can delete everything with one command.")
                .cure(
                        "set authToken from a secret, or userGroupIds, when the group is made: a token that is added later"
                                + " lets clients in without one for a while");
    }

    @Override
    public Judgement check(Resource group, Context context) {
        boolean asks = group.has(TOKEN) || group.has(USERS);
        return Judgement.violatedIf(!asks, "lets everybody in, as neither authToken nor userGroupIds is set");
    }
}
