package dev.plinth.ops.site;

import dev.plinth.ops.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;

/** A folder with a built site, read once. */
record SiteFolder(Path root, List<SiteFile> files) {
    SiteFolder {
        files = List.copyOf(files);
    }

    /** Reads the folder, in the order of the paths; fails on what the CDN could not serve. */
    static SiteFolder read(Path root) {
        if (!Files.isDirectory(root)) {
            throw Failure.usage("%s: expected a folder with the built site".formatted(root));
        }
        try (var all = Files.walk(root)) {
            var files = all.filter(file -> !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .map(file -> file(root, file))
                    .toList();
            if (files.stream().noneMatch(file -> file.path().equals("index.html"))) {
                throw Failure.usage("%s: expected a file index.html, which is what / shows; found %d other files"
                        .formatted(root, files.size()));
            }
            return new SiteFolder(root, files);
        } catch (IOException e) {
            throw Failure.usage("%s cannot be read: %s".formatted(root, e.getMessage()));
        }
    }

    /** The bytes of a file, which must still be what was read first. */
    byte[] content(SiteFile file) {
        var content = read(root, root.resolve(file.path()));
        if (!Checksum.of(content).equals(file.sha256())) {
            throw Failure.failed(
                    "%s changed while it was published; what is live was not changed".formatted(file.path()),
                    "publish again when the site is built");
        }
        return content;
    }

    private static SiteFile file(Path root, Path file) {
        var path = root.relativize(file).toString().replace('\\', '/');
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw Failure.usage("%s: expected a file, found a link or something else".formatted(path));
        }
        if (file.getFileName().toString().indexOf('.') < 0) {
            throw Failure.usage(
                    "%s: expected a name with a dot; the CDN takes a path without one for a folder".formatted(path));
        }
        var content = read(root, file);
        return new SiteFile(path, content.length, Checksum.of(content));
    }

    private static byte[] read(Path root, Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw Failure.usage("%s cannot be read: %s".formatted(root.relativize(file), e.getMessage()));
        }
    }
}
