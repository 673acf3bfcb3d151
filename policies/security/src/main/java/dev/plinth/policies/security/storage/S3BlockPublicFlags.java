package dev.plinth.policies.security.storage;

import static dev.plinth.policy.Framework.AWS_FSBP;
import static dev.plinth.policy.Framework.CHECKOV;
import static dev.plinth.policy.Framework.TRIVY;

import com.pulumi.aws.s3.AccountPublicAccessBlock;
import com.pulumi.aws.s3.BucketPublicAccessBlock;
import dev.plinth.policy.Context;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.Patch;
import dev.plinth.policy.Property;
import dev.plinth.policy.RemediatingRule;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceTypes;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Severity;
import java.util.List;

/** A public access block leaves no way to the public open. */
final class S3BlockPublicFlags implements RemediatingRule {
    private static final ResourceTypes BLOCKS =
            ResourceTypes.of(BucketPublicAccessBlock.class, AccountPublicAccessBlock.class);
    private static final List<Property<Boolean>> FLAGS = List.of(
            BLOCKS.flag("blockPublicAcls"),
            BLOCKS.flag("blockPublicPolicy"),
            BLOCKS.flag("ignorePublicAcls"),
            BLOCKS.flag("restrictPublicBuckets"));

    @Override
    public RuleInfo info() {
        return RuleInfo.mandatory("s3-block-public-flags", BLOCKS, "A public access block blocks all public access")
                .severity(Severity.HIGH)
                .controls(
                        AWS_FSBP.control("S3.1"),
                        AWS_FSBP.control("S3.8"),
                        CHECKOV.control("CKV_AWS_53"),
                        CHECKOV.control("CKV_AWS_54"),
                        CHECKOV.control("CKV_AWS_55"),
                        CHECKOV.control("CKV_AWS_56"),
                        TRIVY.control("AWS-0086"),
                        TRIVY.control("AWS-0087"),
                        TRIVY.control("AWS-0091"),
                        TRIVY.control("AWS-0093"))
                .why("Each flag closes another way: new access lists, new policies, the lists and the policies that are"
                        + " there already.")
                .cure("set blockPublicAcls, blockPublicPolicy, ignorePublicAcls and restrictPublicBuckets to true");
    }

    @Override
    public Judgement check(Resource block, Context context) {
        List<String> open = FLAGS.stream()
                .filter(flag -> !block.isUnknown(flag) && isOff(block, flag))
                .map(Property::name)
                .toList();
        return Judgement.all(
                () -> Judgement.violatedIf(
                        !open.isEmpty(),
                        "leaves a way to the public open: %s not true".formatted(String.join(", ", open))),
                () -> Judgement.each(FLAGS, flag -> waitFor(block, flag)));
    }

    @Override
    public Patch remedy(Resource block, Context context) {
        return FLAGS.stream()
                .filter(flag -> isOff(block, flag))
                .map(flag -> Patch.put(flag, true))
                .reduce(Patch.NONE, Patch::and);
    }

    private static boolean isOff(Resource block, Property<Boolean> flag) {
        return !block.get(flag).orElse(false);
    }

    private static Judgement waitFor(Resource block, Property<Boolean> flag) {
        block.get(flag);
        return Judgement.kept();
    }
}
