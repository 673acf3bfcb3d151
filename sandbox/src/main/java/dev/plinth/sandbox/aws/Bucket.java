package dev.plinth.sandbox.aws;

import dev.plinth.sandbox.bucket.Buckets;
import dev.plinth.sandbox.reconcile.DistributionPlan;
import dev.plinth.sandbox.resource.Desired;
import dev.plinth.sandbox.state.StoredResource;
import dev.plinth.sandbox.value.Properties;
import dev.plinth.sandbox.value.Value;
import dev.plinth.sandbox.value.Value.Fields;
import java.util.Map;
import java.util.Optional;

/** A bucket: a folder on this machine, which goes with its content when the bucket is deleted. */
final class Bucket extends AwsKind {
    private final Buckets buckets;

    Bucket(Machinery machinery) {
        this.buckets = machinery.buckets();
    }

    @Override
    public Fields notes(Desired desired) {
        var folder = buckets.folder(AwsNames.nameOf(desired)).root();
        return new Fields(Map.of(DistributionPlan.FOLDER, Value.text(folder.toString())));
    }

    @Override
    public Fields run(Desired desired, StoredResource resource, Optional<StoredResource> before) {
        buckets.create(AwsNames.nameOf(desired));
        return Fields.EMPTY;
    }

    @Override
    public void remove(StoredResource resource) {
        new Properties(resource.inputs()).text("bucket").ifPresent(buckets::remove);
    }
}
