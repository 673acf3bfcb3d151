package dev.plinth.policies.security.audit;

import static dev.plinth.policy.Framework.AWS_FSBP;
import static dev.plinth.policy.Framework.CHECKOV;

import com.fasterxml.jackson.databind.JsonNode;
import com.pulumi.aws.sns.Topic;
import com.pulumi.aws.sns.TopicPolicy;
import dev.plinth.policy.Context;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.Property;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceRule;
import dev.plinth.policy.ResourceTypes;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Severity;
import dev.plinth.policy.aws.PolicyDocument;

/** Only known accounts and services publish to a topic or listen to it. */
final class SnsPolicyNotPublic implements ResourceRule {
    private static final ResourceTypes TYPES = ResourceTypes.of(TopicPolicy.class, Topic.class);
    private static final Property<JsonNode> POLICY = TYPES.json("policy");

    @Override
    public RuleInfo info() {
        return RuleInfo.mandatory("sns-policy-not-public", TYPES, "A topic's policy does not admit everybody")
                .severity(Severity.HIGH)
                .controls(AWS_FSBP.control("SNS.4"), CHECKOV.control("CKV_AWS_169"))
                .why("Any AWS account could listen to your alarms, or bury a real one under false ones.")
                .cure("name the principals in policy, or add a condition such as aws:SourceAccount");
    }

    @Override
    public Judgement check(Resource resource, Context context) {
        return Judgement.violatedIf(
                resource.get(POLICY)
                        .map(PolicyDocument::of)
                        .filter(PolicyDocument::isPublic)
                        .isPresent(),
                "admits everybody by its policy");
    }
}
