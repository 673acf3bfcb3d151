package dev.plinth.sandbox.image;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The files that a Dockerfile may copy: those below a folder, without those that .dockerignore leaves out. */
final class BuildContext {
    private final Path folder;
    private final IgnoreRules ignored;

    BuildContext(ImageSource source) {
        this.folder = source.context().toAbsolutePath().normalize();
        this.ignored = IgnoreRules.of(source);
        if (!Files.isDirectory(folder)) {
            throw new ImageException(
                    "there is no build context at %s: correct build.context, which is relative to the program's folder"
                            .formatted(folder));
        }
    }

    /** Where each file of the image comes from, by its path from the image's root. */
    SortedMap<String, Path> files(List<Copy> copies) {
        var files = new TreeMap<String, Path>();
        copies.forEach(copy -> copy.sources().forEach(source -> add(copy, source, files)));
        return files;
    }

    private void add(Copy copy, String source, SortedMap<String, Path> files) {
        List<Path> matches = matches(copy, source);
        if (matches.size() > 1 && !copy.intoFolder()) {
            throw copy.place()
                    .refused("COPY %s matches %d paths: end the destination with a / to copy them all into it"
                            .formatted(source, matches.size()));
        }
        int before = files.size();
        for (Path match : matches) {
            if (Files.isDirectory(match)) {
                below(match)
                        .forEach(file -> put(files, copy, match.relativize(file).toString(), file));
            } else if (!ignored.ignores(folder.relativize(match))) {
                put(files, copy, intoFolder(copy, files) ? match.getFileName().toString() : "", match);
            }
        }
        if (files.size() == before && matches.stream().noneMatch(match -> files.containsValue(match) || empty(match))) {
            throw copy.place()
                    .refused("COPY %s: .dockerignore leaves all of it out: add a line !%s to it"
                            .formatted(source, source));
        }
    }

    private static boolean intoFolder(Copy copy, SortedMap<String, Path> files) {
        String below = copy.destination() + "/";
        return copy.intoFolder()
                || files.tailMap(below).keySet().stream().limit(1).anyMatch(file -> file.startsWith(below));
    }

    private void put(SortedMap<String, Path> files, Copy copy, String name, Path file) {
        if (Files.isSymbolicLink(file)) {
            throw copy.place()
                    .refused("COPY meets the symbolic link %s, which the sandbox does not copy: put the file"
                                    .formatted(folder.relativize(file))
                            + " itself there");
        }
        files.put(Path.of(copy.destination()).resolve(name).toString(), file);
    }

    private List<Path> matches(Copy copy, String source) {
        Path relative = Path.of("/").relativize(Path.of("/", source).normalize());
        List<Path> found = List.of(folder);
        for (Path segment : relative) {
            String name = segment.toString();
            found = found.stream().flatMap(parent -> step(parent, name)).toList();
        }
        if (found.isEmpty()) {
            throw copy.place()
                    .refused(
                            "COPY %s: %s does not exist; build the application first (mvn package), or correct the path"
                                    .formatted(source, folder.resolve(relative)));
        }
        return found;
    }

    private static Stream<Path> step(Path parent, String name) {
        if (!Glob.wild(name)) {
            return Stream.of(parent.resolve(name)).filter(path -> Files.exists(path, LinkOption.NOFOLLOW_LINKS));
        }
        if (!Files.isDirectory(parent)) {
            return Stream.empty();
        }
        Pattern pattern = Glob.pattern(name);
        try (Stream<Path> children = Files.list(parent)) {
            return children
                    .filter(child ->
                            pattern.matcher(child.getFileName().toString()).matches())
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + parent, e);
        }
    }

    private List<Path> below(Path start) {
        try (Stream<Path> all = Files.walk(start)) {
            return all.filter(path -> !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
                    .filter(path -> !ignored.ignores(folder.relativize(path)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + start, e);
        }
    }

    private static boolean empty(Path path) {
        if (!Files.isDirectory(path)) {
            return false;
        }
        try (Stream<Path> children = Files.list(path)) {
            return children.findAny().isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
    }
}
