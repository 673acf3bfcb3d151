package dev.plinth.sandbox.bucket;

import dev.plinth.sandbox.disk.Disk;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/** The buckets of a state folder, each in DIR/buckets/NAME. */
public final class Buckets {
    private final Path root;
    private final ReentrantLock lock = new ReentrantLock();

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
        put(bucket, key, new Upload(new ByteArrayInputStream(content), facts), present -> true);
    }

    /** What is put: its content to the end, and what it says of itself. */
    public record Upload(InputStream content, Optional<ObjectFacts> facts) {}

    /**
     * Puts an object in place of what was there when its whole content has come, if the file that is there then, if any,
     * is as wanted; false when it is not, and nothing changed.
     */
    public boolean put(String bucket, String key, Upload upload, Predicate<Optional<Path>> wanted) {
        var folder = folder(bucket);
        var content = whole(folder, upload.content());
        lock.lock();
        try {
            boolean fits = wanted.test(folder.find(key));
            if (fits) {
                folder.take(key, content, upload.facts());
            }
            return fits;
        } finally {
            lock.unlock();
            Disk.delete(content);
        }
    }

    public void removeObject(String bucket, String key) {
        lock.lock();
        try {
            folder(bucket).remove(key);
        } finally {
            lock.unlock();
        }
    }

    private static Path whole(BucketFolder folder, InputStream content) {
        try {
            var file = Files.createTempFile(Disk.folder(folder.incoming()), "object", ".new");
            try (var output = Files.newOutputStream(file)) {
                content.transferTo(output);
                return file;
            } catch (IOException | RuntimeException e) {
                Disk.delete(file);
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("an object did not come as a whole", e);
        }
    }

    /** Copies what is new or changed in one bucket to another one. */
    public void replicate(String from, String to) {
        var source = folder(from);
        var copy = folder(to);
        if (!source.exists() || !copy.exists()) {
            return;
        }
        try (var files = Files.walk(source.root())) {
            for (var file : files.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(source.incoming()))
                    .toList()) {
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
