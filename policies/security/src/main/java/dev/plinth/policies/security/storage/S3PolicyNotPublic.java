package dev.plinth.policies.security.storage;

import static dev.plinth.policy.Framework.AWS_FSBP;
import static dev.plinth.policy.Framework.CHECKOV;

import com.fasterxml.jackson.databind.JsonNode;
import com.pulumi.aws.s3.Bucket;
import com.pulumi.aws.s3.BucketPolicy;
import com.pulumi.aws.s3.BucketV2;
import dev.plinth.policy.Context;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.Property;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceRule;
import dev.plinth.policy.ResourceTypes;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Severity;
import dev.plinth.policy.aws.PolicyDocument;
import dev.plinth.policy.aws.PolicyStatement;
import java.util.List;

/** No policy opens a bucket to everybody. */
final class S3PolicyNotPublic implements ResourceRule {
    private static final ResourceTypes TYPES = ResourceTypes.of(BucketPolicy.class, Bucket.class, BucketV2.class);
    private static final Property<JsonNode> POLICY = TYPES.json("policy");

    @Override
    public RuleInfo info() {
        return RuleInfo.mandatory("s3-policy-not-public", TYPES, "No policy makes a bucket public")
                .severity(Severity.CRITICAL)
                .controls(AWS_FSBP.control("S3.6"), CHECKOV.control("CKV_AWS_70"))
                .why(
                        "Everybody reads the bucket's content, or writes it. A public site belongs behind the CDN, which can"
                                + " prove who it is.")
                .cure(
                        "name the principals, or add a condition on aws:PrincipalOrgID, aws:SourceArn, aws:SourceAccount or"
                                + " aws:SourceVpce");
    }

    @Override
    public Judgement check(Resource resource, Context context) {
        List<String> open = resource.get(POLICY).map(PolicyDocument::of).stream()
                .flatMap(document -> document.statements().stream())
                .filter(PolicyStatement::isPublic)
                .map(statement -> statement.sid().isEmpty() ? "without a Sid" : statement.sid())
                .toList();
        return Judgement.violatedIf(!open.isEmpty(), "lets everybody in by its statement " + String.join(", ", open));
    }
}
