package dev.plinth.ops.release;

import dev.plinth.ops.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** The migrations of the version in the checkout, one SQL file each. */
public record Migrations(Path folder) {
    private static final Pattern NAME = Pattern.compile("V(\\d+)__(\\w+)\\.sql");

    /** Those after a schema's version, in the order in which they run. */
    List<MigrationFile> after(int version) {
        return all().stream().filter(file -> file.version() > version).toList();
    }

    private List<MigrationFile> all() {
        try (var files = Files.list(folder)) {
            var all = files.map(Migrations::read)
                    .sorted(Comparator.comparingInt(MigrationFile::version))
                    .toList();
            for (var index = 1; index < all.size(); index++) {
                requireAfter(all.get(index - 1), all.get(index));
            }
            return all;
        } catch (IOException e) {
            throw Failure.failed("the migrations cannot be read: " + e, "they lie in " + folder);
        }
    }

    private static void requireAfter(MigrationFile before, MigrationFile next) {
        if (before.version() == next.version()) {
            throw Failure.failed(
                    "%s and %s are of one version".formatted(before.name(), next.name()),
                    "give the later one the next free number");
        }
    }

    /** The version of the schema when all have run. */
    int newest() {
        var all = after(0);
        return all.isEmpty() ? 0 : all.getLast().version();
    }

    private static MigrationFile read(Path file) {
        var name = file.getFileName().toString();
        var match = NAME.matcher(name);
        if (!match.matches()) {
            throw Failure.failed(
                    "%s: expected a name such as V12__what_it_does.sql".formatted(file), "rename it or take it away");
        }
        try {
            return new MigrationFile(Integer.parseInt(match.group(1)), name, Files.readString(file));
        } catch (IOException e) {
            throw Failure.failed("%s cannot be read: %s".formatted(file, e));
        }
    }
}
