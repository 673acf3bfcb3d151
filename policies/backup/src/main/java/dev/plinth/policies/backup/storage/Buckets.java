package dev.plinth.policies.backup.storage;

import com.pulumi.aws.s3.Bucket;
import com.pulumi.aws.s3.BucketV2;
import dev.plinth.policy.Described;
import dev.plinth.policy.Property;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceTypes;
import java.util.List;
import java.util.Map;

/** S3 buckets, of which the SDK has two classes: one with all settings inside, one with each in a resource of its own. */
final class Buckets {
    static final ResourceTypes TYPES = ResourceTypes.of(Bucket.class, BucketV2.class);
    static final Property<String> NAME = TYPES.text("bucket");
    private static final Property<Map<String, String>> TAGS = TYPES.textMap("tags");

    /** Those with the settings inside. */
    static final ResourceTypes WHOLE = ResourceTypes.of(Bucket.class);

    private Buckets() {}

    /** Whether the program says of a bucket that it is one of these. */
    static boolean isTagged(Resource bucket, Tier tier) {
        String value = bucket.get(TAGS).orElse(Map.of()).getOrDefault(tier.tag(), "");
        return tier.values().contains(value);
    }

    /** How a program tells which buckets matter more than others. */
    record Tier(
            @Described("the tag by which a bucket says how much it matters")
            String tag,

            @Described("the values of the tag for which the rule asks")
            List<String> values) {}
}
