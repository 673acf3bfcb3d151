package dev.plinth.ops.cloud;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** The objects of one bucket. */
public final class Objects {
    private static final int PRECONDITION_FAILED = 412;
    /** Somebody else writes the same object at this moment. */
    private static final int CONFLICT = 409;

    private final S3Client client;
    private final String bucket;

    Objects(S3Client client, String bucket) {
        this.client = client;
        this.bucket = bucket;
    }

    /** An object in a list. */
    public record Entry(String key, long bytes, Instant changed) {}

    public Optional<byte[]> read(String key) {
        return Permissions.ask("s3:GetObject", arn(key), () -> {
            try {
                return Optional.of(client.getObjectAsBytes(
                                request -> request.bucket(bucket).key(key))
                        .asByteArray());
            } catch (NoSuchKeyException e) {
                return Optional.empty();
            }
        });
    }

    /** Reads an object into a file, in place of what was there; false when there is no such object. */
    public boolean download(String key, Path file) {
        return Permissions.ask("s3:GetObject", arn(key), () -> {
            try (var content =
                    client.getObject(request -> request.bucket(bucket).key(key))) {
                Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
                return true;
            } catch (NoSuchKeyException e) {
                return false;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** Puts an object in place of what was there. */
    public void write(String key, byte[] content, String contentType) {
        Permissions.carryOut(
                "s3:PutObject",
                arn(key),
                () -> client.putObject(
                        request -> request.bucket(bucket).key(key).contentType(contentType),
                        RequestBody.fromBytes(content)));
    }

    /** Puts a file in place of what was there. */
    public void write(String key, Path file, String contentType) {
        Permissions.carryOut(
                "s3:PutObject",
                arn(key),
                () -> client.putObject(
                        request -> request.bucket(bucket).key(key).contentType(contentType),
                        RequestBody.fromFile(file)));
    }

    /** Puts an object where none is; false when one is there, and stays. */
    public boolean writeNew(String key, byte[] content, String contentType) {
        return putNew(key, content, request -> request.contentType(contentType));
    }

    /** Puts an object where none is, with what caches are told of it; false when one is there, and stays. */
    public boolean writeNew(String key, byte[] content, String contentType, String caching) {
        return putNew(key, content, request -> request.contentType(contentType).cacheControl(caching));
    }

    private boolean putNew(String key, byte[] content, Consumer<PutObjectRequest.Builder> facts) {
        return Permissions.ask("s3:PutObject", arn(key), () -> {
            try {
                client.putObject(
                        request -> facts.accept(request.bucket(bucket).key(key).ifNoneMatch("*")),
                        RequestBody.fromBytes(content));
                return true;
            } catch (S3Exception e) {
                if (e.statusCode() == CONFLICT) {
                    return false;
                } else if (e.statusCode() == PRECONDITION_FAILED) {
                    return Optional.ofNullable(e.numAttempts()).orElse(1) > 1 && isThere(key, content);
                }
                throw e;
            }
        });
    }

    /** What is in the way after a second attempt may be what the first one wrote, whose answer was lost. */
    private boolean isThere(String key, byte[] content) {
        return read(key).filter(found -> Arrays.equals(found, content)).isPresent();
    }

    /** All objects whose keys begin so, in the order of their keys. */
    public List<Entry> list(String prefix) {
        return Permissions.ask(
                "s3:ListBucket",
                "arn:aws:s3:::" + bucket,
                () ->
                        client
                                .listObjectsV2Paginator(
                                        request -> request.bucket(bucket).prefix(prefix))
                                .contents()
                                .stream()
                                .map(object -> new Entry(object.key(), object.size(), object.lastModified()))
                                .toList());
    }

    /** Takes an object away; one that is not there is fine. */
    public void delete(String key) {
        Permissions.carryOut(
                "s3:DeleteObject",
                arn(key),
                () -> client.deleteObject(request -> request.bucket(bucket).key(key)));
    }

    private String arn(String key) {
        return "arn:aws:s3:::%s/%s".formatted(bucket, key);
    }
}
