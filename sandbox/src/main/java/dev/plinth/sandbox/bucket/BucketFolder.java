package dev.plinth.sandbox.bucket;

import dev.plinth.sandbox.disk.Disk;
import dev.plinth.sandbox.disk.Json;
import java.nio.file.Files;
import java.nio.file.Path;
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

    void put(String key, byte[] content, Optional<ObjectFacts> facts) {
        Disk.write(place(objects(), key), content);
        var file = place(root.resolve("facts"), key + ".json");
        Disk.delete(file);
        facts.ifPresent(known -> Json.write(file, known));
    }

    void remove(String key) {
        Disk.delete(place(objects(), key));
        Disk.delete(place(root.resolve("facts"), key + ".json"));
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
