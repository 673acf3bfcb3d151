package dev.plinth.policy.engine;

import com.pulumi.Pulumi;
import com.pulumi.asset.StringAsset;
import com.pulumi.aws.Provider;
import com.pulumi.aws.s3.Bucket;
import com.pulumi.aws.s3.BucketArgs;
import com.pulumi.aws.s3.BucketObject;
import com.pulumi.aws.s3.BucketObjectArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import java.util.Map;

/** A program with one of everything that an engine can send to a pack. */
final class EngineProgram {
    private EngineProgram() {}

    private static final class Storage extends ComponentResource {
        Storage() {
            super("demo:storage:Storage", "storage", ComponentResourceOptions.Empty);
        }
    }

    public static void main(String[] args) {
        // With one or two threads in the common pool the Pulumi SDK never ends.
        System.setProperty("java.util.concurrent.ForkJoinPool.common.parallelism", "8");
        Pulumi.run(context -> {
            var parent = CustomResourceOptions.builder().parent(new Storage());
            var provider = new Provider("elsewhere");
            var logs = new Bucket(
                    "logs",
                    BucketArgs.builder()
                            .bucket("logs")
                            .forceDestroy(true)
                            .tags(Output.ofSecret(Map.of("token", "hunter22")))
                            .build(),
                    parent.protect(false)
                            .ignoreChanges("acl")
                            .provider(provider)
                            .build());
            new BucketObject(
                    "index",
                    BucketObjectArgs.builder()
                            .bucket(logs.id())
                            .key(logs.arn())
                            .source(new StringAsset("hello"))
                            .build());
        });
    }
}
