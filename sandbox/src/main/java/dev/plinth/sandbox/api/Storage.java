package dev.plinth.sandbox.api;

import dev.plinth.sandbox.bucket.BucketFolder;
import dev.plinth.sandbox.bucket.Buckets;
import dev.plinth.sandbox.bucket.Etags;
import dev.plinth.sandbox.bucket.ObjectFacts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Buckets and objects as S3's calls name them; what is not there is refused in S3's words. */
record Storage(Buckets buckets, Etags etags) {

    /** An object as it is at this moment. */
    record Found(Path file, ObjectFacts facts, String etag, long size, Instant modified) {}

    BucketFolder bucket(String name) {
        var folder = buckets.folder(name);
        if (!name.matches("[a-z0-9][a-z0-9.-]*") || !folder.exists()) {
            throw new ApiException(404, "NoSuchBucket", "there is no bucket %s".formatted(name));
        }
        return folder;
    }

    Found object(String bucket, String key) {
        return find(bucket(bucket), checked(key))
                .orElseThrow(() ->
                        new ApiException(404, "NoSuchKey", "there is no %s in the bucket %s".formatted(key, bucket)));
    }

    /** The object of that key; one that goes at this moment is gone. */
    Optional<Found> find(BucketFolder folder, String key) {
        try {
            var present = folder.find(key);
            if (present.isEmpty()) {
                return Optional.empty();
            }
            var file = present.get();
            return Optional.of(new Found(
                    file,
                    folder.facts(key),
                    etags.of(file),
                    Files.size(file),
                    Files.getLastModifiedTime(file).toInstant()));
        } catch (IOException | UncheckedIOException e) {
            if (folder.find(key).isEmpty()) {
                return Optional.empty();
            }
            throw new IllegalStateException("cannot read the object " + key, e);
        }
    }

    /** The key, if it can be the path of a file. */
    static String checked(String key) {
        if (List.of(key.split("/", -1)).stream()
                .anyMatch(part -> List.of("", ".", "..").contains(part))) {
            throw ApiException.invalid(
                    "InvalidArgument",
                    "the key %s cannot be the path of a file, which objects are in the sandbox".formatted(key));
        }
        return key;
    }
}
