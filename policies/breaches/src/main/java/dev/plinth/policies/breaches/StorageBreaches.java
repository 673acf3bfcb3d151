package dev.plinth.policies.breaches;

import com.pulumi.aws.s3.BucketAclV2;
import com.pulumi.aws.s3.BucketAclV2Args;
import com.pulumi.aws.s3.BucketLifecycleConfigurationV2;
import com.pulumi.aws.s3.BucketLifecycleConfigurationV2Args;
import com.pulumi.aws.s3.BucketLoggingV2;
import com.pulumi.aws.s3.BucketLoggingV2Args;
import com.pulumi.aws.s3.BucketOwnershipControls;
import com.pulumi.aws.s3.BucketOwnershipControlsArgs;
import com.pulumi.aws.s3.BucketPolicy;
import com.pulumi.aws.s3.BucketPolicyArgs;
import com.pulumi.aws.s3.BucketPublicAccessBlock;
import com.pulumi.aws.s3.BucketPublicAccessBlockArgs;
import com.pulumi.aws.s3.BucketServerSideEncryptionConfigurationV2;
import com.pulumi.aws.s3.BucketServerSideEncryptionConfigurationV2Args;
import com.pulumi.aws.s3.BucketV2;
import com.pulumi.aws.s3.BucketV2Args;
import com.pulumi.aws.s3.BucketVersioningV2;
import com.pulumi.aws.s3.BucketVersioningV2Args;
import com.pulumi.aws.s3.inputs.BucketLifecycleConfigurationV2RuleAbortIncompleteMultipartUploadArgs;
import com.pulumi.aws.s3.inputs.BucketLifecycleConfigurationV2RuleArgs;
import com.pulumi.aws.s3.inputs.BucketLifecycleConfigurationV2RuleNoncurrentVersionExpirationArgs;
import com.pulumi.aws.s3.inputs.BucketOwnershipControlsRuleArgs;
import com.pulumi.aws.s3.inputs.BucketServerSideEncryptionConfigurationV2RuleApplyServerSideEncryptionByDefaultArgs;
import com.pulumi.aws.s3.inputs.BucketServerSideEncryptionConfigurationV2RuleArgs;
import com.pulumi.aws.s3.inputs.BucketVersioningV2VersioningConfigurationArgs;
import java.util.Map;

/** Breaks the rules of both packs' packages {@code storage}. */
final class StorageBreaches {
    /** A policy that lets everybody in, by TLS only. */
    private static final String PUBLIC_BY_TLS = """
            {"Version": "2012-10-17", "Statement": [
             {"Sid": "Everybody", "Effect": "Allow", "Principal": "*", "Action": "s3:GetObject",
              "Resource": "arn:aws:s3:::files/*"},
             {"Sid": "OnlyTls", "Effect": "Deny", "Principal": "*", "Action": "s3:*",
              "Resource": ["arn:aws:s3:::files", "arn:aws:s3:::files/*"],
              "Condition": {"Bool": {"aws:SecureTransport": "false"}}}]}""";

    private StorageBreaches() {}

    static void present() {
        var files = new BucketV2(
                "files",
                BucketV2Args.builder()
                        .forceDestroy(true)
                        .tags(Map.of("Tier", "critical"))
                        .build(),
                Sound.keeping());
        logAndLifecycle(files);
        accessOf(files);
        contentOf(files);
    }

    /** A bucket that lacks all that should be beside it. */
    static BucketV2 absent() {
        // The configuration of the packs asks for a lock where Tier is this.
        return new BucketV2(
                "bare", BucketV2Args.builder().tags(Map.of("Tier", "locked")).build(), Sound.keeping());
    }

    /** What breaks no rule. */
    private static void logAndLifecycle(BucketV2 files) {
        new BucketLoggingV2(
                "files",
                BucketLoggingV2Args.builder()
                        .bucket(files.id())
                        .targetBucket(SoundEdge.LOGS)
                        .targetPrefix("files/")
                        .build());
        new BucketLifecycleConfigurationV2(
                "files",
                BucketLifecycleConfigurationV2Args.builder()
                        .bucket(files.id())
                        .rules(BucketLifecycleConfigurationV2RuleArgs.builder()
                                .id("ends")
                                .status("Enabled")
                                .abortIncompleteMultipartUpload(
                                        BucketLifecycleConfigurationV2RuleAbortIncompleteMultipartUploadArgs.builder()
                                                .daysAfterInitiation(7)
                                                .build())
                                .noncurrentVersionExpiration(
                                        BucketLifecycleConfigurationV2RuleNoncurrentVersionExpirationArgs.builder()
                                                .noncurrentDays(30)
                                                .build())
                                .build())
                        .build());
    }

    /** s3-acls-disabled, s3-block-public-flags, s3-no-public-acl and s3-policy-not-public. */
    private static void accessOf(BucketV2 files) {
        new BucketOwnershipControls(
                "files",
                BucketOwnershipControlsArgs.builder()
                        .bucket(files.id())
                        .rule(BucketOwnershipControlsRuleArgs.builder()
                                .objectOwnership("ObjectWriter")
                                .build())
                        .build());
        new BucketPublicAccessBlock(
                "files",
                BucketPublicAccessBlockArgs.builder()
                        .bucket(files.id())
                        .blockPublicAcls(true)
                        .blockPublicPolicy(false)
                        .ignorePublicAcls(true)
                        .restrictPublicBuckets(true)
                        .build());
        new BucketAclV2(
                "files",
                BucketAclV2Args.builder().bucket(files.id()).acl("public-read").build());
        new BucketPolicy(
                "files",
                BucketPolicyArgs.builder()
                        .bucket(files.id())
                        .policy(PUBLIC_BY_TLS)
                        .build());
    }

    /** s3-kms-encryption and s3-versioning. */
    private static void contentOf(BucketV2 files) {
        new BucketServerSideEncryptionConfigurationV2(
                "files",
                BucketServerSideEncryptionConfigurationV2Args.builder()
                        .bucket(files.id())
                        .rules(BucketServerSideEncryptionConfigurationV2RuleArgs.builder()
                                .applyServerSideEncryptionByDefault(
                                        BucketServerSideEncryptionConfigurationV2RuleApplyServerSideEncryptionByDefaultArgs
                                                .builder()
                                                .sseAlgorithm("aws:kms")
                                                .build())
                                .build())
                        .build());
        new BucketVersioningV2(
                "files",
                BucketVersioningV2Args.builder()
                        .bucket(files.id())
                        .versioningConfiguration(BucketVersioningV2VersioningConfigurationArgs.builder()
                                .status("Suspended")
                                .build())
                        .build());
    }
}
