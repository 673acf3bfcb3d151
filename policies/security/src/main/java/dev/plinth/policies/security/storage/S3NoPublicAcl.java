package dev.plinth.policies.security.storage;

import static dev.plinth.policy.Framework.AWS_FSBP;
import static dev.plinth.policy.Framework.CHECKOV;
import static dev.plinth.policy.Framework.TRIVY;

import com.pulumi.aws.s3.Bucket;
import com.pulumi.aws.s3.BucketAclV2;
import com.pulumi.aws.s3.BucketV2;
import dev.plinth.policy.Context;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.Patch;
import dev.plinth.policy.Property;
import dev.plinth.policy.RemediatingRule;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceTypes;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Severity;
import java.util.Set;

/** No access list opens a bucket to people whom nobody has named. */
final class S3NoPublicAcl implements RemediatingRule {
    private static final Set<String> PUBLIC = Set.of("public-read", "public-read-write", "authenticated-read");
    private static final ResourceTypes TYPES = ResourceTypes.of(Bucket.class, BucketV2.class, BucketAclV2.class);
    private static final Property<String> ACL = TYPES.text("acl");

    @Override
    public RuleInfo info() {
        return RuleInfo.mandatory("s3-no-public-acl", TYPES, "No access list makes a bucket public")
                .severity(Severity.CRITICAL)
                .controls(
                        AWS_FSBP.control("S3.2"),
                        AWS_FSBP.control("S3.3"),
                        CHECKOV.control("CKV_AWS_20"),
                        CHECKOV.control("CKV_AWS_57"),
                        CHECKOV.control("CKV2_AWS_43"),
                        TRIVY.control("AWS-0092"))
                .why(
                        "Everybody reads the bucket's content, or writes it; \"authenticated\" means anybody with an account of"
                                + " AWS.")
                .cure("leave acl out, and admit by a bucket policy whom you know");
    }

    @Override
    public Judgement check(Resource resource, Context context) {
        String acl = resource.get(ACL).orElse("");
        return Judgement.violatedIf(PUBLIC.contains(acl), "is open to people whom nobody has named, by " + acl);
    }

    @Override
    public Patch remedy(Resource resource, Context context) {
        boolean open = resource.get(ACL).filter(PUBLIC::contains).isPresent();
        return open ? Patch.put(ACL, "private") : Patch.NONE;
    }
}
