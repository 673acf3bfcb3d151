package dev.plinth.sandbox.aws;

import dev.plinth.sandbox.bucket.Buckets;
import dev.plinth.sandbox.bucket.ObjectFacts;
import dev.plinth.sandbox.resource.Desired;
import dev.plinth.sandbox.state.StoredResource;
import dev.plinth.sandbox.value.Properties;
import dev.plinth.sandbox.value.Value;
import dev.plinth.sandbox.value.Value.Fields;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Base64;
import java.util.Optional;

/** An object that the program itself puts into a bucket. */
final class BucketObject extends AwsKind {
    private final Buckets buckets;

    BucketObject(Machinery machinery) {
        this.buckets = machinery.buckets();
    }

    @Override
    public Fields run(Desired desired, StoredResource resource, Optional<StoredResource> before) {
        var inputs = desired.properties();
        var facts = inputs.text("contentType")
                .map(type -> new ObjectFacts(type, inputs.text("cacheControl").orElse(null)));
        buckets.put(bucket(inputs), key(inputs), content(desired), facts);
        return Fields.EMPTY;
    }

    @Override
    public void remove(StoredResource resource) {
        var inputs = new Properties(resource.inputs());
        buckets.removeObject(bucket(inputs), key(inputs));
    }

    private static byte[] content(Desired desired) {
        var inputs = desired.properties();
        return inputs.text("content")
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .or(() -> inputs.text("contentBase64").map(Base64.getDecoder()::decode))
                .or(() -> asset(desired))
                .orElse(new byte[0]);
    }

    private static Optional<byte[]> asset(Desired desired) {
        if (!(desired.inputs().find("source").map(Value::bare).orElse(Fields.EMPTY) instanceof Value.Asset asset)) {
            return Optional.empty();
        }
        var content = new Properties(asset.content());
        return content.text("text")
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .or(() -> content.text("path").map(path -> read(desired, path)));
    }

    private static byte[] read(Desired desired, String path) {
        var file = desired.settings().programDirectory().resolve(path);
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw refused("source", "cannot read %s: %s".formatted(file, e.getMessage()));
        }
    }

    private static String bucket(Properties inputs) {
        return inputs.text("bucket").orElse("");
    }

    private static String key(Properties inputs) {
        return inputs.text("key").orElse("");
    }
}
