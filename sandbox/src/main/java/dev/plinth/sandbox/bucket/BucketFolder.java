package dev.plinth.sandbox.bucket;

import dev.plinth.sandbox.disk.Disk;
import dev.plinth.sandbox.disk.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/**
 * The folder of one bucket: objects/KEY is an object, whoever put it there, and facts/KEY.json what it says of itself
 * beyond its ending.
 */
public record BucketFolder(Path root) {

    public boolean exists() {
        return Files.isDirectory(objects());
    }

    /** Where the objects are; a file that is copied here is an object from then on. */
    public Path objects() {
        return root.resolve("objects");
    }

    /** The file of an object, if it is there; no key leads out of the bucket. */
    public Optional<Path> find(String key) {
        return within(objects(), key).filter(Files::isRegularFile);
    }

    public ObjectFacts facts(String key) {
        return within(root.resolve("facts"), key + ".json")
                .flatMap(file -> Json.read(file, ObjectFacts.class))
                .orElseGet(() -> new ObjectFacts(ContentTypes.of(key), null));
    }

    /** Where content waits until it is whole. */
    Path incoming() {
        return root.resolve("incoming");
    }

    /** Every key, in the order in which S3 lists them. */
    public List<String> keys() {
        try (var files = Files.walk(objects())) {
            return files.filter(Files::isRegularFile)
                    .map(file -> objects().relativize(file).toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + objects(), e);
        }
    }

    /** Makes a file the object of that key: as a whole, in place of what was there. */
    void take(String key, Path content, Optional<ObjectFacts> facts) {
        var place = place(objects(), key);
        try {
            Disk.folder(place.resolveSibling(""));
            Files.move(content, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException | UncheckedIOException e) {
            throw new IllegalArgumentException(
                    "the key '%s' cannot be a file beside the others: here no key may be the folder of another"
                            .formatted(key),
                    e);
        }
        var file = place(root.resolve("facts"), key + ".json");
        Disk.delete(file);
        facts.ifPresent(known -> Json.write(file, known));
    }

    void remove(String key) {
        Disk.delete(place(objects(), key));
        Disk.delete(place(root.resolve("facts"), key + ".json"));
        prune(place(objects(), key).resolveSibling(""));
    }

    /** A folder without objects is nothing in S3, and must not be in the way of an object of its name. */
    private void prune(Path folder) {
        var empty = folder;
        while (!empty.equals(objects())
                && empty.startsWith(objects())
                && empty.toFile().delete()) {
            empty = empty.resolveSibling("");
        }
    }

    private static Path place(Path folder, String key) {
        return within(folder, key)
                .orElseThrow(() -> new IllegalArgumentException("the key '%s' leads out of its bucket".formatted(key)));
    }

    private static Optional<Path> within(Path folder, String key) {
        if (key.isEmpty() || key.indexOf('\0') >= 0) {
            return Optional.empty();
        }
        var file = folder.resolve(key.startsWith("/") ? "." + key : key).normalize();
        return file.startsWith(folder) && !file.equals(folder) ? Optional.of(file) : Optional.empty();
    }
}
