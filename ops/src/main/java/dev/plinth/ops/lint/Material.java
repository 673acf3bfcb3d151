package dev.plinth.ops.lint;

import dev.plinth.ops.lint.Complaint.Place;
import dev.plinth.ops.manifests.Manifest;
import dev.plinth.ops.manifests.Manifests;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;

/** What is checked, as files: a folder of manifests for each stack, and the Dockerfile beside them. */
record Material(Path folder, SortedMap<String, Manifests> stacks) {
    static final String DOCKERFILE = "Dockerfile";

    /** Writes the files into the folder, which holds nothing else afterwards. */
    static Material write(Path folder, SortedMap<String, Manifests> stacks, Path dockerfile) {
        try {
            clear(folder);
            Files.createDirectories(folder);
            Files.copy(dockerfile, folder.resolve(DOCKERFILE));
            stacks.forEach((stack, manifests) ->
                    manifests.objects().forEach(manifest -> manifest.writeInto(folder.resolve(stack))));
            return new Material(folder, stacks);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The place that a checker means by the path of a file. */
    Place place(String path) {
        var file = Path.of(path);
        var name = String.valueOf(file.getFileName());
        if (name.equals(DOCKERFILE)) {
            return new Place(DOCKERFILE, DOCKERFILE, false);
        }
        var parent = file.getParent();
        var stack = parent == null ? "" : String.valueOf(parent.getFileName());
        return stacks.entrySet().stream()
                .filter(entry -> entry.getKey().equals(stack))
                .map(Map.Entry::getValue)
                .flatMap(manifests -> manifests.objects().stream())
                .filter(manifest -> manifest.fileName().equals(name))
                .findFirst()
                .map(manifest -> place(stack, manifest))
                .orElseGet(() -> new Place(stack, path, false));
    }

    private static Place place(String stack, Manifest manifest) {
        return new Place(stack, manifest.title(), manifest.guessed());
    }

    private static void clear(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
