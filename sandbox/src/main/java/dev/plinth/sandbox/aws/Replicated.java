package dev.plinth.sandbox.aws;

import dev.plinth.sandbox.bucket.Buckets;
import dev.plinth.sandbox.state.StateStore;
import dev.plinth.sandbox.value.Properties;

/**
 * What a CDN serves from buckets. S3 copies an object to the replica as it comes; the sandbox does so when the resources
 * around it change, such as the function that makes a new release live.
 */
final class Replicated extends Balanced {
    private static final String REPLICATION = "aws:s3/bucketReplicationConfig:BucketReplicationConfig";
    private static final String ARN = "arn:aws:s3:::";
    private final StateStore state;
    private final Buckets buckets;

    Replicated(Machinery machinery) {
        super(machinery.proxies());
        this.state = machinery.state();
        this.buckets = machinery.buckets();
    }

    @Override
    public void settled() {
        state.ofType(REPLICATION).forEach(replication -> {
            var inputs = new Properties(replication.inputs());
            inputs.each("rules").stream()
                    .flatMap(rule -> rule.in("destination").text("bucket").stream())
                    .forEach(target -> buckets.replicate(inputs.text("bucket").orElse(""), target.replace(ARN, "")));
        });
        super.settled();
    }
}
