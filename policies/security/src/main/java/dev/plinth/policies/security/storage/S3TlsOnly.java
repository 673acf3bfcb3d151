package dev.plinth.policies.security.storage;

import static dev.plinth.policy.Framework.AWS_FSBP;
import static dev.plinth.policy.Framework.CHECKOV;
import static dev.plinth.policy.Framework.CIS_AWS;

import com.fasterxml.jackson.databind.JsonNode;
import com.pulumi.aws.s3.BucketPolicy;
import dev.plinth.policy.Context;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.Property;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceTypes;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Stack;
import dev.plinth.policy.StackRule;
import dev.plinth.policy.aws.PolicyDocument;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A bucket answers nobody who comes without TLS. */
final class S3TlsOnly implements StackRule {
    private static final ResourceTypes POLICIES = ResourceTypes.of(BucketPolicy.class);
    private static final Property<String> OWNER = POLICIES.text("bucket");
    private static final Property<JsonNode> POLICY = POLICIES.json("policy");
    private static final Property<JsonNode> INLINE = Buckets.TYPES.json("policy");

    @Override
    public RuleInfo info() {
        return RuleInfo.mandatory("s3-tls-only", Buckets.TYPES, "A bucket is reached by TLS only")
                .controls(AWS_FSBP.control("S3.5"), CHECKOV.control("CKV_AWS_379"), CIS_AWS.control("2.1.1"))
                .why(
                        "S3 also speaks HTTP: objects, and the signatures that give access to them, cross the network in the"
                                + " clear.")
                .cure(
                        "add a BucketPolicy that denies s3:* to everybody where aws:SecureTransport is false, with no other"
                                + " condition");
    }

    @Override
    public Judgement check(Resource bucket, Stack stack, Context context) {
        // An output of a new bucket says nothing yet, and nothing of what a policy of its own will say.
        boolean inline = !bucket.isUnknown(INLINE) && demandsTls(bucket.get(INLINE));
        if (inline) {
            return Judgement.kept();
        }
        List<Resource> policies = stack.mayRefer(bucket, OWNER, Buckets.NAME);
        boolean demanded = policies.stream()
                // What is known may be enough.
                .sorted(Comparator.comparing(policy -> policy.isUnknown(POLICY)))
                .anyMatch(policy -> demandsTls(policy.get(POLICY)));
        return Judgement.violatedIf(!demanded, "answers without TLS, as no policy denies it");
    }

    private static boolean demandsTls(Optional<JsonNode> policy) {
        return policy.filter(document -> PolicyDocument.of(document).demandsTls("s3:*"))
                .isPresent();
    }
}
