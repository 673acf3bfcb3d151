package dev.plinth.policies.security.storage;

import com.pulumi.aws.s3.Bucket;
import com.pulumi.aws.s3.BucketV2;
import dev.plinth.policy.Property;
import dev.plinth.policy.ResourceTypes;

/** S3 buckets, of which the SDK has two classes: one with all settings inside, one with each in a resource of its own. */
final class Buckets {
    static final ResourceTypes TYPES = ResourceTypes.of(Bucket.class, BucketV2.class);
    static final Property<String> NAME = TYPES.text("bucket");

    private Buckets() {}
}
