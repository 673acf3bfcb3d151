package dev.plinth.sandbox.image;

import dev.plinth.sandbox.disk.Disk;
import dev.plinth.sandbox.disk.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Images by the sha256 of their content: the same files and settings are the same image, whenever they are built.
 *
 * <p>Safe for use by several threads; there must be one instance for a folder at a time.
 */
public final class ImageStore {
    private static final Pattern DIGEST = Pattern.compile("sha256:([0-9a-f]{64})");
    private static final String PARTIAL = ".partial-";

    private final Path directory;
    private final FileHashes hashes = new FileHashes();

    /** Opens the store kept in this folder, and clears what interrupted builds left there. */
    public ImageStore(Path directory) {
        this.directory = Disk.folder(directory.toAbsolutePath());
        names().stream()
                .filter(name -> name.startsWith(PARTIAL))
                .forEach(name -> Disk.delete(this.directory.resolve(name)));
    }

    public synchronized Image build(ImageSource source) {
        Content content = Content.of(source, hashes);
        Path home = home(content.digest());
        if (!Files.isDirectory(home)) {
            fill(home, content);
        }
        return new Image(content.digest(), home.resolve("root"), content.configuration());
    }

    /** The digest that a build would give now, without keeping anything: for previews. */
    public String digest(ImageSource source) {
        return Content.of(source, hashes).digest();
    }

    public Optional<Image> find(String digest) {
        if (!DIGEST.matcher(digest).matches()) {
            return Optional.empty();
        }
        Path home = home(digest);
        return Json.read(home.resolve("image.json"), ImageConfiguration.class)
                .map(configuration -> new Image(digest, home.resolve("root"), configuration));
    }

    /** Deletes every image except these. */
    public synchronized void retain(Set<String> digests) {
        Set<String> kept = Set.copyOf(digests.stream()
                .map(digest -> home(digest).getFileName().toString())
                .toList());
        names().stream().filter(name -> !kept.contains(name)).forEach(name -> Disk.delete(directory.resolve(name)));
    }

    /** Either the whole image is there or none of it: it gets its name when it is complete. */
    private void fill(Path home, Content content) {
        Path partial = home.resolveSibling(PARTIAL + home.getFileName());
        Disk.delete(partial);
        try {
            Path root = Disk.folder(partial.resolve("root"));
            Disk.folder(root.resolve(content.configuration().workingDirectory().substring(1)));
            for (Content.Entry entry : content.entries()) {
                copy(entry, root);
            }
            Json.write(partial.resolve("image.json"), content.configuration());
            Files.move(partial, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new ImageException("cannot build an image in %s: %s".formatted(directory, e));
        } finally {
            Disk.delete(partial);
        }
    }

    private static void copy(Content.Entry entry, Path root) throws IOException {
        Path file = root.resolve(entry.path());
        Disk.folder(file.resolveSibling(""));
        Files.copy(entry.source(), file);
        // As in a container whose root is read-only, a program must not change its image.
        Files.setPosixFilePermissions(
                file, PosixFilePermissions.fromString(entry.executable() ? "r-x------" : "r--------"));
        if (!FileHashes.hash(file).equals(entry.hash())) {
            throw new ImageException("%s changed while it was copied: build the image again when nothing writes to it"
                    .formatted(entry.source()));
        }
    }

    private Path home(String digest) {
        return directory.resolve(DIGEST.matcher(digest).replaceFirst("$1"));
    }

    private List<String> names() {
        try (Stream<Path> children = Files.list(directory)) {
            return children.map(child -> child.getFileName().toString()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + directory, e);
        }
    }
}
