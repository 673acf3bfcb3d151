package dev.plinth.policies.security.identity;

import static dev.plinth.policy.Framework.AWS_FSBP;
import static dev.plinth.policy.Framework.CHECKOV;

import com.fasterxml.jackson.databind.JsonNode;
import com.pulumi.aws.kms.ExternalKey;
import com.pulumi.aws.kms.Key;
import com.pulumi.aws.kms.KeyPolicy;
import com.pulumi.aws.kms.ReplicaKey;
import dev.plinth.policy.Context;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.Property;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceRule;
import dev.plinth.policy.ResourceTypes;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Severity;
import dev.plinth.policy.aws.PolicyDocument;

/** Nobody outside uses or manages a key, and whoever manages it cannot lock himself out. */
final class KmsPolicyNotPublic implements ResourceRule {
    private static final ResourceTypes KEYS =
            ResourceTypes.of(ExternalKey.class, Key.class, KeyPolicy.class, ReplicaKey.class);
    private static final Property<JsonNode> POLICY = KEYS.json("policy");
    private static final Property<Boolean> UNCHECKED = KEYS.flag("bypassPolicyLockoutSafetyCheck");

    @Override
    public RuleInfo info() {
        return RuleInfo.mandatory("kms-policy-not-public", KEYS, "A key's policy does not admit everybody")
                .severity(Severity.CRITICAL)
                .controls(AWS_FSBP.control("KMS.5"), CHECKOV.control("CKV_AWS_33"))
                .why(
                        "Whoever may use a key reads what it encrypts; a key whose policy admits no administrator can never"
                                + " be changed again.")
                .cure("name the principals in policy or add a condition such as kms:CallerAccount, and leave"
                        + " bypassPolicyLockoutSafetyCheck false");
    }

    @Override
    public Judgement check(Resource key, Context context) {
        return Judgement.all(
                () -> Judgement.violatedIf(
                        key.get(POLICY)
                                .map(PolicyDocument::of)
                                .filter(PolicyDocument::isPublic)
                                .isPresent(),
                        "admits everybody by its policy, with no condition on who calls"),
                () -> Judgement.violatedIf(
                        key.get(UNCHECKED).orElse(false),
                        "takes a policy that locks out its administrators, as bypassPolicyLockoutSafetyCheck is true"));
    }
}
