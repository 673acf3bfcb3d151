package dev.plinth.policies.backup.storage;

import com.pulumi.aws.s3.BucketLifecycleConfigurationV2;
import dev.plinth.policy.ObjectProperty;
import dev.plinth.policy.Properties;
import dev.plinth.policy.Property;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceTypes;
import dev.plinth.policy.Stack;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a rule of a bucket's lifecycle deletes.
 *
 * @param endsVersions old versions of objects
 * @param endsUploads parts of uploads that broke off
 */
record LifecycleRule(boolean endsVersions, boolean endsUploads) {
    private static final ObjectProperty<List<Properties>> INSIDE = Buckets.WHOLE.objects("lifecycleRules");
    private static final Property<Boolean> INSIDE_ON = INSIDE.fields().flag("enabled");
    private static final ObjectProperty<Properties> INSIDE_VERSIONS =
            INSIDE.fields().object("noncurrentVersionExpiration");
    private static final Property<Integer> INSIDE_UPLOADS =
            INSIDE.fields().integer("abortIncompleteMultipartUploadDays");

    private static final ResourceTypes SETTINGS = ResourceTypes.of(BucketLifecycleConfigurationV2.class);
    private static final Property<String> OWNER = SETTINGS.text("bucket");
    private static final ObjectProperty<List<Properties>> RULES = SETTINGS.objects("rules");
    private static final Property<String> STATUS = RULES.fields().text("status");
    private static final ObjectProperty<Properties> VERSIONS = RULES.fields().object("noncurrentVersionExpiration");
    private static final ObjectProperty<Properties> UPLOADS = RULES.fields().object("abortIncompleteMultipartUpload");

    /** The rules of a bucket that are turned on. */
    static List<LifecycleRule> of(Resource bucket, Stack stack) {
        Stream<LifecycleRule> inside = bucket.is(Buckets.WHOLE)
                ? bucket.get(INSIDE).orElse(List.of()).stream()
                        .filter(rule -> rule.get(INSIDE_ON).orElse(false))
                        .map(rule -> new LifecycleRule(rule.has(INSIDE_VERSIONS), rule.has(INSIDE_UPLOADS)))
                : Stream.empty();
        Stream<LifecycleRule> beside = stack.mayRefer(bucket, OWNER, Buckets.NAME).stream()
                .flatMap(setting -> setting.get(RULES).orElse(List.of()).stream())
                .filter(rule -> rule.get(STATUS).orElse("").equals("Enabled"))
                .map(rule -> new LifecycleRule(rule.has(VERSIONS), rule.has(UPLOADS)));
        return Stream.concat(inside, beside).toList();
    }
}
