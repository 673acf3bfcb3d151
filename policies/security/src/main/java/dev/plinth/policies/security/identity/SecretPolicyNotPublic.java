package dev.plinth.policies.security.identity;

import com.fasterxml.jackson.databind.JsonNode;
import com.pulumi.aws.secretsmanager.Secret;
import com.pulumi.aws.secretsmanager.SecretPolicy;
import dev.plinth.policy.Context;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.Patch;
import dev.plinth.policy.Property;
import dev.plinth.policy.RemediatingRule;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceTypes;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Severity;
import dev.plinth.policy.aws.PolicyDocument;

/** Nobody outside reads a secret, whatever its policy comes to say. */
final class SecretPolicyNotPublic implements RemediatingRule {
    private static final ResourceTypes TYPES = ResourceTypes.of(Secret.class, SecretPolicy.class);
    private static final Property<JsonNode> POLICY = TYPES.json("policy");
    private static final ResourceTypes POLICIES = ResourceTypes.of(SecretPolicy.class);
    private static final Property<Boolean> BLOCKED = POLICIES.flag("blockPublicPolicy");

    @Override
    public RuleInfo info() {
        return RuleInfo.mandatory("secret-policy-not-public", TYPES, "A secret's policy does not admit everybody")
                .severity(Severity.HIGH)
                .why("One statement too wide, and any AWS account reads the password.")
                .cure("name the principals in policy, and set blockPublicPolicy to true, so that AWS checks it too");
    }

    @Override
    public Judgement check(Resource resource, Context context) {
        return Judgement.all(() -> checkBlock(resource), () -> checkDocument(resource));
    }

    @Override
    public Patch remedy(Resource resource, Context context) {
        return isBlocked(resource) ? Patch.NONE : Patch.put(BLOCKED, true);
    }

    private static Judgement checkBlock(Resource resource) {
        return Judgement.violatedIf(!isBlocked(resource), "lets AWS take a policy for everybody");
    }

    private static Judgement checkDocument(Resource resource) {
        // AWS refuses such a policy itself, so there is nothing to wait for.
        if (resource.isUnknown(POLICY) && resource.is(POLICIES) && isBlocked(resource)) {
            return Judgement.kept();
        }
        return Judgement.violatedIf(
                resource.get(POLICY)
                        .map(PolicyDocument::of)
                        .filter(PolicyDocument::isPublic)
                        .isPresent(),
                "admits everybody by its policy");
    }

    private static boolean isBlocked(Resource resource) {
        return !resource.is(POLICIES) || resource.get(BLOCKED).orElse(false);
    }
}
