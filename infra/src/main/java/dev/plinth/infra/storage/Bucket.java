package dev.plinth.infra.storage;

import com.pulumi.aws.s3.BucketLifecycleConfigurationV2;
import com.pulumi.aws.s3.BucketObjectLockConfigurationV2;
import com.pulumi.aws.s3.BucketOwnershipControls;
import com.pulumi.aws.s3.BucketPolicy;
import com.pulumi.aws.s3.BucketPolicyArgs;
import com.pulumi.aws.s3.BucketPublicAccessBlock;
import com.pulumi.aws.s3.BucketServerSideEncryptionConfigurationV2;
import com.pulumi.aws.s3.BucketV2;
import com.pulumi.aws.s3.BucketV2Args;
import com.pulumi.aws.s3.BucketVersioningV2;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import dev.plinth.infra.component.Scope;
import java.util.Map;

/**
 * A bucket that is private whatever its policy says, versioned, encrypted, and answers over TLS only. Its name is known to
 * others when all of that is in force, and not before.
 */
public final class Bucket extends ComponentResource {
    private final BucketV2 bucket;
    private final Output<String> name;

    public Bucket(String name, BucketArgs args, Scope scope) {
        super("plinth:storage:Bucket", name, scope.options());
        this.bucket = new BucketV2(name, bucketArgs(name, args, scope), scope.keepingIn(args.place(), this));
        var id = bucket.bucket();
        var child = scope.childIn(args.place(), this);
        new BucketOwnershipControls(name, BucketSettings.ownership(id), child);
        var block = new BucketPublicAccessBlock(name, BucketSettings.publicAccessBlock(id), child);
        new BucketServerSideEncryptionConfigurationV2(name, BucketSettings.encryption(id, args.encryption()), child);
        var versioning = new BucketVersioningV2(name, BucketSettings.versioning(id), child);
        new BucketLifecycleConfigurationV2(
                name, BucketSettings.lifecycle(id, args.retention()), after(versioning, child));
        if (args.retention().locked() != Retention.NEVER) {
            new BucketObjectLockConfigurationV2(
                    name, BucketSettings.lock(id, args.retention()), after(versioning, child));
        }
        // At the same time S3 refuses one of the two.
        var policy = new BucketPolicy(name, policyArgs(id, args), after(block, child));
        this.name = Output.tuple(id, policy.id(), versioning.id()).applyValue(known -> known.t1);
        registerOutputs(Map.of("name", this.name));
    }

    public Output<String> name() {
        return name;
    }

    public Output<String> arn() {
        return Output.tuple(bucket.arn(), name).applyValue(known -> known.t1);
    }

    /** The host name that CloudFront asks. */
    public Output<String> regionalDomainName() {
        return bucket.bucketRegionalDomainName();
    }

    /** The ARN of a bucket by its name, for statements that are made before it. */
    public static String arn(String bucketName) {
        return "arn:aws:s3:::" + bucketName;
    }

    private static BucketV2Args bucketArgs(String name, BucketArgs args, Scope scope) {
        return BucketV2Args.builder()
                .bucket(args.bucketName())
                .forceDestroy(!scope.keepsData())
                .objectLockEnabled(args.retention().locked() != Retention.NEVER)
                .tags(scope.tags(name))
                .build();
    }

    private static BucketPolicyArgs policyArgs(Output<String> id, BucketArgs args) {
        return BucketPolicyArgs.builder()
                .bucket(id)
                .policy(BucketSettings.policy(args).json())
                .build();
    }

    private static CustomResourceOptions after(Resource first, CustomResourceOptions child) {
        return CustomResourceOptions.merge(
                child, CustomResourceOptions.builder().dependsOn(first).build());
    }
}
