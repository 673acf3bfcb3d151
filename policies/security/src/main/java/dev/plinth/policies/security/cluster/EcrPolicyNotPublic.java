package dev.plinth.policies.security.cluster;

import static dev.plinth.policy.Framework.CHECKOV;
import static dev.plinth.policy.Framework.TRIVY;

import com.fasterxml.jackson.databind.JsonNode;
import com.pulumi.aws.ecr.RegistryPolicy;
import com.pulumi.aws.ecr.RepositoryPolicy;
import dev.plinth.policy.Context;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.Property;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceRule;
import dev.plinth.policy.ResourceTypes;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Severity;
import dev.plinth.policy.aws.PolicyDocument;

/** Nobody outside pulls or pushes images. */
final class EcrPolicyNotPublic implements ResourceRule {
    private static final ResourceTypes POLICIES = ResourceTypes.of(RegistryPolicy.class, RepositoryPolicy.class);
    private static final Property<JsonNode> POLICY = POLICIES.json("policy");

    @Override
    public RuleInfo info() {
        return RuleInfo.mandatory("ecr-policy-not-public", POLICIES, "A registry's policy does not admit everybody")
                .severity(Severity.CRITICAL)
                .controls(CHECKOV.control("CKV_AWS_32"), TRIVY.control("AWS-0032"))
                .why("Whoever pulls the images has the code and what was left in it; whoever pushes runs his own here.")
                .cure("name the principals in policy, or add a condition such as aws:PrincipalOrgID");
    }

    @Override
    public Judgement check(Resource policy, Context context) {
        return Judgement.violatedIf(
                policy.get(POLICY)
                        .map(PolicyDocument::of)
                        .filter(PolicyDocument::isPublic)
                        .isPresent(),
                "admits everybody, with no condition on who calls");
    }
}
