package dev.plinth.sandbox.state;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plinth.sandbox.disk.Disk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** All resources of the sandbox: in memory for reading, and each in a file of its own. Safe for parallel use. */
public final class StateStore {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final Path folder;
    private final Map<Key, StoredResource> resources = new ConcurrentHashMap<>();

    private record Key(Urn urn, String id) {}

    private StateStore(Path folder) {
        this.folder = folder;
    }

    /** The store in that folder, with everything that is already there. */
    public static StateStore open(Path folder) {
        var store = new StateStore(Disk.folder(folder));
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> file.toString().endsWith(".json"))
                    .map(StateStore::read)
                    .forEach(store::remember);
        } catch (IOException e) {
            throw new StateException("Cannot read the state in %s: %s".formatted(folder, e.getMessage()), e);
        }
        return store;
    }

    /** The incarnation of a resource with that id. */
    public Optional<StoredResource> find(Urn urn, String id) {
        return Optional.ofNullable(resources.get(new Key(urn, id)));
    }

    /** Every incarnation of a resource, the oldest first. */
    public List<StoredResource> incarnations(Urn urn) {
        return all().filter(resource -> resource.urn().equals(urn)).toList();
    }

    /** Every resource of one type, in an order that does not change. */
    public List<StoredResource> ofType(String token) {
        return all().filter(resource -> resource.urn().type().equals(token)).toList();
    }

    /** Every resource, in an order that does not change. */
    public Stream<StoredResource> all() {
        return resources.values().stream()
                .sorted(Comparator.comparing(
                                (StoredResource resource) -> resource.urn().value())
                        .thenComparingInt(StoredResource::generation));
    }

    /** Keeps a resource, in place of what was kept of it before. */
    public void put(StoredResource resource) {
        var json = JSON.writerWithDefaultPrettyPrinter();
        try {
            Disk.write(file(resource.urn(), resource.id()), json.writeValueAsBytes(StateFile.encode(resource)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Every value can be written as JSON", e);
        }
        remember(resource);
    }

    /** Forgets a resource; one that is not there is forgotten already. */
    public void remove(Urn urn, String id) {
        Disk.delete(file(urn, id));
        resources.remove(new Key(urn, id));
    }

    private void remember(StoredResource resource) {
        resources.put(new Key(resource.urn(), resource.id()), resource);
    }

    private static StoredResource read(Path file) {
        try {
            return StateFile.decode(JSON.readTree(file.toFile()));
        } catch (IOException | IllegalArgumentException e) {
            throw new StateException(
                    "%s is not a resource of the sandbox (%s); delete it and run a refresh"
                            .formatted(file, e.getMessage()),
                    e);
        }
    }

    private Path file(Urn urn, String id) {
        return folder.resolve(FileNames.of(urn, id));
    }
}
