package dev.plinth.sandbox.bucket;

import dev.plinth.sandbox.disk.Disk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** The buckets of a state folder, each in DIR/buckets/NAME. */
public final class Buckets {
    private final Path root;

    public Buckets(Path stateDirectory) {
        this.root = stateDirectory.toAbsolutePath().normalize().resolve("buckets");
    }

    public BucketFolder folder(String bucket) {
        return new BucketFolder(root.resolve(bucket));
    }

    /** Makes the bucket's folder; one that is there stays as it is. */
    public void create(String bucket) {
        Disk.folder(folder(bucket).objects());
    }

    /** Deletes the bucket with all that is in it. */
    public void remove(String bucket) {
        Disk.delete(folder(bucket).root());
    }

    /** Puts an object in place of what was there; without facts its ending tells its type. */
    public void put(String bucket, String key, byte[] content, Optional<ObjectFacts> facts) {
        create(bucket);
        folder(bucket).put(key, content, facts);
    }

    public void removeObject(String bucket, String key) {
        folder(bucket).remove(key);
    }

    /** Copies what is new or changed in one bucket to another one. */
    public void replicate(String from, String to) {
        var source = folder(from);
        var copy = folder(to);
        if (!source.exists() || !copy.exists()) {
            return;
        }
        try (var files = Files.walk(source.root())) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                copy(file, copy.root().resolve(source.root().relativize(file)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot copy bucket %s to %s".formatted(from, to), e);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        boolean same = Files.exists(to)
                && Files.size(from) == Files.size(to)
                && Files.getLastModifiedTime(from).equals(Files.getLastModifiedTime(to));
        if (!same) {
            Disk.folder(to.resolveSibling(""));
            Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
        }
    }
}
