package dev.plinth.infra.storage;

import com.pulumi.aws.s3.BucketLifecycleConfigurationV2Args;
import com.pulumi.aws.s3.BucketObjectLockConfigurationV2Args;
import com.pulumi.aws.s3.BucketOwnershipControlsArgs;
import com.pulumi.aws.s3.BucketPublicAccessBlockArgs;
import com.pulumi.aws.s3.BucketServerSideEncryptionConfigurationV2Args;
import com.pulumi.aws.s3.BucketVersioningV2Args;
import com.pulumi.aws.s3.inputs.BucketLifecycleConfigurationV2RuleAbortIncompleteMultipartUploadArgs;
import com.pulumi.aws.s3.inputs.BucketLifecycleConfigurationV2RuleArgs;
import com.pulumi.aws.s3.inputs.BucketLifecycleConfigurationV2RuleExpirationArgs;
import com.pulumi.aws.s3.inputs.BucketLifecycleConfigurationV2RuleFilterArgs;
import com.pulumi.aws.s3.inputs.BucketLifecycleConfigurationV2RuleNoncurrentVersionExpirationArgs;
import com.pulumi.aws.s3.inputs.BucketLifecycleConfigurationV2RuleTransitionArgs;
import com.pulumi.aws.s3.inputs.BucketObjectLockConfigurationV2RuleArgs;
import com.pulumi.aws.s3.inputs.BucketObjectLockConfigurationV2RuleDefaultRetentionArgs;
import com.pulumi.aws.s3.inputs.BucketOwnershipControlsRuleArgs;
import com.pulumi.aws.s3.inputs.BucketServerSideEncryptionConfigurationV2RuleApplyServerSideEncryptionByDefaultArgs;
import com.pulumi.aws.s3.inputs.BucketServerSideEncryptionConfigurationV2RuleArgs;
import com.pulumi.aws.s3.inputs.BucketVersioningV2VersioningConfigurationArgs;
import com.pulumi.core.Output;
import dev.plinth.infra.access.Condition;
import dev.plinth.infra.access.Policy;
import dev.plinth.infra.access.Principal;
import dev.plinth.infra.access.Statement;
import java.util.stream.Stream;

/** The settings of a bucket, which AWS keeps in a resource each. */
final class BucketSettings {
    private static final int UNFINISHED_UPLOAD_DAYS = 7;

    private BucketSettings() {}

    /** Objects belong to the bucket's owner whoever wrote them, and access lists do not count. */
    static BucketOwnershipControlsArgs ownership(Output<String> bucket) {
        return BucketOwnershipControlsArgs.builder()
                .bucket(bucket)
                .rule(BucketOwnershipControlsRuleArgs.builder()
                        .objectOwnership("BucketOwnerEnforced")
                        .build())
                .build();
    }

    static BucketPublicAccessBlockArgs publicAccessBlock(Output<String> bucket) {
        return BucketPublicAccessBlockArgs.builder()
                .bucket(bucket)
                .blockPublicAcls(true)
                .blockPublicPolicy(true)
                .ignorePublicAcls(true)
                .restrictPublicBuckets(true)
                .build();
    }

    static BucketVersioningV2Args versioning(Output<String> bucket) {
        return BucketVersioningV2Args.builder()
                .bucket(bucket)
                .versioningConfiguration(BucketVersioningV2VersioningConfigurationArgs.builder()
                        .status("Enabled")
                        .build())
                .build();
    }

    static BucketServerSideEncryptionConfigurationV2Args encryption(Output<String> bucket, Encryption encryption) {
        var algorithm = BucketServerSideEncryptionConfigurationV2RuleApplyServerSideEncryptionByDefaultArgs.builder();
        switch (encryption) {
            case Encryption.OwnedByS3() -> algorithm.sseAlgorithm("AES256");
            case Encryption.OwnKey(Output<String> arn) ->
                algorithm.sseAlgorithm("aws:kms").kmsMasterKeyId(arn);
        }
        return BucketServerSideEncryptionConfigurationV2Args.builder()
                .bucket(bucket)
                .rules(BucketServerSideEncryptionConfigurationV2RuleArgs.builder()
                        .applyServerSideEncryptionByDefault(algorithm.build())
                        // One call of KMS for many objects instead of one for each.
                        .bucketKeyEnabled(encryption instanceof Encryption.OwnKey)
                        .build())
                .build();
    }

    static BucketLifecycleConfigurationV2Args lifecycle(Output<String> bucket, Retention retention) {
        return BucketLifecycleConfigurationV2Args.builder()
                .bucket(bucket)
                .rules(retentionRule(retention), leftoversRule())
                .build();
    }

    static BucketObjectLockConfigurationV2Args lock(Output<String> bucket, Retention retention) {
        return BucketObjectLockConfigurationV2Args.builder()
                .bucket(bucket)
                .rule(BucketObjectLockConfigurationV2RuleArgs.builder()
                        .defaultRetention(BucketObjectLockConfigurationV2RuleDefaultRetentionArgs.builder()
                                .mode("GOVERNANCE")
                                .days(retention.locked())
                                .build())
                        .build())
                .build();
    }

    /** The bucket's policy: nothing goes over an open line or an old TLS, whoever asks. */
    static Policy policy(BucketArgs args) {
        var arn = Bucket.arn(args.bucketName());
        var denial =
                Statement.deny("PlainHttp", "s3:*").to(Principal.everybody()).on(arn, arn + "/*");
        var oldTls = Statement.deny("OldTls", "s3:*").to(Principal.everybody()).on(arn, arn + "/*");
        return new Policy(Stream.concat(
                        Stream.of(
                                denial.when(Condition.bool("aws:SecureTransport", false)),
                                oldTls.when(Condition.plain("NumericLessThan", "s3:TlsVersion", "1.2"))),
                        args.admissions().stream())
                .toList());
    }

    private static BucketLifecycleConfigurationV2RuleArgs retentionRule(Retention retention) {
        var rule = rule("retention")
                .noncurrentVersionExpiration(BucketLifecycleConfigurationV2RuleNoncurrentVersionExpirationArgs.builder()
                        .noncurrentDays(retention.oldVersions())
                        .build());
        if (retention.cold() != Retention.NEVER) {
            rule.transitions(BucketLifecycleConfigurationV2RuleTransitionArgs.builder()
                    .days(retention.cold())
                    .storageClass("DEEP_ARCHIVE")
                    .build());
        }
        if (retention.expiry() != Retention.NEVER) {
            rule.expiration(BucketLifecycleConfigurationV2RuleExpirationArgs.builder()
                    .days(retention.expiry())
                    .build());
        }
        return rule.build();
    }

    /** What nobody sees and everybody pays for: parts of uploads that broke off, marks of deletions of nothing. */
    private static BucketLifecycleConfigurationV2RuleArgs leftoversRule() {
        return rule("leftovers")
                .abortIncompleteMultipartUpload(
                        BucketLifecycleConfigurationV2RuleAbortIncompleteMultipartUploadArgs.builder()
                                .daysAfterInitiation(UNFINISHED_UPLOAD_DAYS)
                                .build())
                .expiration(BucketLifecycleConfigurationV2RuleExpirationArgs.builder()
                        .expiredObjectDeleteMarker(true)
                        .build())
                .build();
    }

    private static BucketLifecycleConfigurationV2RuleArgs.Builder rule(String id) {
        return BucketLifecycleConfigurationV2RuleArgs.builder()
                .id(id)
                .status("Enabled")
                .filter(BucketLifecycleConfigurationV2RuleFilterArgs.builder()
                        .prefix("")
                        .build());
    }
}
