package dev.plinth.policies.backup.storage;

import com.pulumi.aws.s3.BucketVersioningV2;
import dev.plinth.policy.ObjectProperty;
import dev.plinth.policy.Properties;
import dev.plinth.policy.Property;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceTypes;
import dev.plinth.policy.Stack;

/** Whether a bucket keeps what was overwritten or deleted. */
final class BucketVersions {
    static final ResourceTypes SETTINGS = ResourceTypes.of(BucketVersioningV2.class);
    static final Property<String> OWNER = SETTINGS.text("bucket");
    static final ObjectProperty<Properties> SETTING = SETTINGS.object("versioningConfiguration");
    static final Property<String> STATUS = SETTING.fields().text("status");
    static final String ON = "Enabled";

    static final ObjectProperty<Properties> INSIDE = Buckets.WHOLE.object("versioning");
    static final Property<Boolean> INSIDE_ON = INSIDE.fields().flag("enabled");

    private BucketVersions() {}

    /** Whether a bucket with the settings inside, or a setting beside a bucket, turns it on. */
    static boolean areKeptBy(Resource resource) {
        return resource.is(SETTINGS)
                ? resource.get(SETTING)
                        .flatMap(setting -> setting.get(STATUS))
                        .orElse("")
                        .equals(ON)
                : resource.get(INSIDE).flatMap(inside -> inside.get(INSIDE_ON)).orElse(false);
    }

    /** Whether it is on, be it inside or beside the bucket. */
    static boolean areKept(Resource bucket, Stack stack) {
        return (bucket.is(Buckets.WHOLE) && areKeptBy(bucket))
                || stack.mayRefer(bucket, OWNER, Buckets.NAME).stream().anyMatch(BucketVersions::areKeptBy);
    }
}
