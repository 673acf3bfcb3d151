package dev.plinth.ops.export;

import dev.plinth.ops.Failure;
import dev.plinth.ops.cloud.Objects;
import dev.plinth.ops.cloud.Objects.Entry;
import dev.plinth.ops.console.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The exports in the bucket of an environment's operations: a folder each. */
final class Shelf {
    private static final String FOLDER = "exports/";
    private static final String MANIFEST = "manifest.json";
    private static final String PROOF = "proof.json";
    private static final String JSON = "application/json";

    private final Objects objects;

    Shelf(Objects objects) {
        this.objects = objects;
    }

    /** All exports, the newest first. */
    List<Export> all() {
        Map<String, List<String>> folders = objects.list(FOLDER).stream()
                .map(Entry::key)
                .map(key -> key.substring(FOLDER.length()))
                .filter(key -> key.indexOf('/') > 0)
                .collect(Collectors.groupingBy(
                        key -> key.substring(0, key.indexOf('/')), HashMap::new, Collectors.toList()));
        return folders.entrySet().stream()
                .flatMap(folder -> Export.timeIn(folder.getKey())
                        .map(taken -> new Export(
                                folder.getKey(),
                                taken,
                                folder.getValue().contains(folder.getKey() + "/" + MANIFEST),
                                proof(folder.getKey(), folder.getValue())))
                        .stream())
                .sorted((one, other) -> other.taken().compareTo(one.taken()))
                .toList();
    }

    Manifest manifest(String id) {
        var key = key(id, MANIFEST);
        return objects.read(key)
                .map(content -> Manifest.read(key, content))
                .orElseThrow(() -> Failure.usage(
                        "there is no whole export %s".formatted(id), "see what there is with: plinth backup exports"));
    }

    void put(String id, String object, Path file) {
        objects.write(key(id, object), file, "application/gzip");
    }

    /** Fetches an object and fails unless every byte is what the manifest says. */
    void fetch(String id, Manifest.Part part, Path file) {
        var key = key(id, part.object());
        if (!objects.download(key, file)) {
            throw Failure.failed("%s is not there any more".formatted(key));
        }
        var found = Rows.sum(file);
        if (!found.equals(part.sums().object())) {
            throw Failure.failed(
                    "%s is damaged".formatted(key),
                    "expected sha256 %s, found %s".formatted(part.sums().object(), found));
        }
    }

    /** Declares an export whole. */
    void complete(String id, Manifest manifest) {
        if (!objects.writeNew(key(id, MANIFEST), manifest.write(), JSON)) {
            throw Failure.failed("somebody else has just made the export " + id);
        }
    }

    /** Writes down whether an export could be restored. */
    void prove(String id, boolean restored, Instant when) {
        var proof = Json.object().put("restored", restored).put("time", when.toString());
        objects.write(key(id, PROOF), Json.print(proof).getBytes(StandardCharsets.UTF_8), JSON);
    }

    /** Takes an export away, its manifest first: what is left of it when that is interrupted is not whole. */
    void delete(Export export) {
        objects.delete(key(export.id(), MANIFEST));
        objects.list(FOLDER + export.id() + "/").forEach(entry -> objects.delete(entry.key()));
    }

    private Optional<Boolean> proof(String id, List<String> keys) {
        if (!keys.contains(id + "/" + PROOF)) {
            return Optional.empty();
        }
        return objects.read(key(id, PROOF)).map(content -> {
            try {
                return Json.mapper().readTree(content).path("restored").asBoolean();
            } catch (IOException e) {
                throw Failure.failed("%s is no JSON: %s".formatted(key(id, PROOF), e.getMessage()));
            }
        });
    }

    private static String key(String id, String object) {
        return FOLDER + id + "/" + object;
    }
}
