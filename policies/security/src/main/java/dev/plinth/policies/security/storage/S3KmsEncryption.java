package dev.plinth.policies.security.storage;

import static dev.plinth.policy.Framework.CHECKOV;
import static dev.plinth.policy.Framework.TRIVY;

import com.pulumi.aws.s3.Bucket;
import com.pulumi.aws.s3.BucketServerSideEncryptionConfigurationV2;
import dev.plinth.policy.Context;
import dev.plinth.policy.Described;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.ObjectProperty;
import dev.plinth.policy.Patch;
import dev.plinth.policy.Properties;
import dev.plinth.policy.RemediatingRule;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceTypes;
import dev.plinth.policy.RuleConfig;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Severity;
import java.util.List;
import java.util.Optional;

/**
 * A bucket says how its objects are encrypted: by a key in KMS, which is asked once for many objects, or by S3's own keys
 * where that is allowed.
 */
final class S3KmsEncryption implements RemediatingRule {
    record Keys(
            @Described("the ARN of the key that a remedy sets; empty for the account's own aws/s3")
            String keyArn,

            @Described("whether a bucket may also say AES256, S3's own keys; logs of load balancers take no others")
            boolean ownedByS3) {}

    private static final RuleConfig<Keys> KEYS = RuleConfig.of(new Keys("", true));
    private static final String KMS = "aws:kms";
    private static final String OWNED_BY_S3 = "AES256";

    private static final ResourceTypes BUCKETS = ResourceTypes.of(Bucket.class);
    private static final ObjectProperty<Properties> INSIDE = BUCKETS.object("serverSideEncryptionConfiguration");
    private static final ObjectProperty<Properties> RULE = INSIDE.fields().object("rule");
    private static final DefaultEncryption INSIDE_RULE = DefaultEncryption.in(RULE.fields());

    private static final ResourceTypes SETTINGS = ResourceTypes.of(BucketServerSideEncryptionConfigurationV2.class);
    private static final ObjectProperty<List<Properties>> RULES = SETTINGS.objects("rules");
    private static final DefaultEncryption BESIDE_RULE = DefaultEncryption.in(RULES.fields());

    @Override
    public RuleInfo info() {
        var types = ResourceTypes.of(Bucket.class, BucketServerSideEncryptionConfigurationV2.class);
        return RuleInfo.mandatory("s3-kms-encryption", types, "A bucket says by which key it encrypts")
                .severity(Severity.LOW)
                .controls(
                        CHECKOV.control("CKV_AWS_19"),
                        CHECKOV.control("CKV_AWS_145"),
                        TRIVY.control("AWS-0088"),
                        TRIVY.control("AWS-0132"))
                .why(
                        "What S3 does unasked can be undone unseen. A key in KMS also has a policy and a log of its use of its"
                                + " own; without a bucket key, each object costs a call of KMS.")
                .cure(
                        "set sseAlgorithm to aws:kms and bucketKeyEnabled to true, or sseAlgorithm to AES256 where only S3's"
                                + " own keys will do")
                .config(KEYS);
    }

    @Override
    public Judgement check(Resource resource, Context context) {
        Keys keys = context.get(KEYS);
        return resource.is(BUCKETS)
                ? check(resource.get(INSIDE).flatMap(inside -> inside.get(RULE)), INSIDE_RULE, keys)
                : resource.each(RULES, rule -> check(Optional.of(rule), BESIDE_RULE, keys));
    }

    private static Judgement check(Optional<Properties> rule, DefaultEncryption encryption, Keys keys) {
        String algorithm = rule.map(encryption::algorithm).orElse("");
        return switch (algorithm) {
            case "" -> Judgement.violated("does not say how its objects are encrypted");
            case KMS ->
                Judgement.violatedIf(
                        !rule.map(encryption::hasBucketKey).orElse(false),
                        "asks KMS for every object, as bucketKeyEnabled is not true");
            case OWNED_BY_S3 ->
                Judgement.violatedIf(!keys.ownedByS3(), "is encrypted by S3's own keys (AES256), needs aws:kms");
            default -> Judgement.kept();
        };
    }

    @Override
    public Patch remedy(Resource resource, Context context) {
        Keys keys = context.get(KEYS);
        if (resource.is(BUCKETS)) {
            Optional<Properties> rule = resource.get(INSIDE).flatMap(inside -> inside.get(RULE));
            return Patch.inside(INSIDE, Patch.inside(RULE, remedy(rule, INSIDE_RULE, keys)));
        }
        return Patch.insideEach(resource.properties(), RULES, rule -> remedy(Optional.of(rule), BESIDE_RULE, keys));
    }

    private static Patch remedy(Optional<Properties> rule, DefaultEncryption encryption, Keys keys) {
        if (check(rule, encryption, keys).violations().isEmpty()) {
            return Patch.NONE;
        }
        boolean chosen = rule.map(encryption::algorithm).orElse("").equals(KMS);
        return chosen ? encryption.bucketKey() : encryption.kms(keys.keyArn()).and(encryption.bucketKey());
    }
}
