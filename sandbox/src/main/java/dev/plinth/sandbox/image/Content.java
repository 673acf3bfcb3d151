package dev.plinth.sandbox.image;

import dev.plinth.sandbox.disk.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;

/** All that an image consists of: how it is run, and its files by path. Times and owners do not count. */
record Content(ImageConfiguration configuration, List<Entry> entries) {
    Content {
        entries = List.copyOf(entries);
    }

    /** A file of the image and where it comes from. */
    record Entry(String path, boolean executable, String hash, Path source) {
        String line() {
            return "%s %s %s\n".formatted(hash, executable ? "x" : "-", Json.text(path));
        }
    }

    static Content of(ImageSource source, FileHashes hashes) {
        Recipe recipe = FinalStage.read(Dockerfile.read(source.dockerfile()));
        SortedMap<String, Path> files = new BuildContext(source).files(recipe.copies());
        return new Content(
                recipe.configuration(),
                files.entrySet().stream()
                        .map(file -> new Entry(
                                file.getKey(),
                                executable(file.getValue()),
                                hashes.of(file.getValue()),
                                file.getValue()))
                        .toList());
    }

    String digest() {
        var text = new StringBuilder("plinth image 1\n")
                .append(Json.text(configuration))
                .append('\n');
        entries.forEach(entry -> text.append(entry.line()));
        byte[] hash = FileHashes.sha256().digest(text.toString().getBytes(StandardCharsets.UTF_8));
        return "sha256:" + HexFormat.of().formatHex(hash);
    }

    private static boolean executable(Path file) {
        try {
            return Files.getPosixFilePermissions(file).contains(PosixFilePermission.OWNER_EXECUTE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
