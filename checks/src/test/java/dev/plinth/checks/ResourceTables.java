package dev.plinth.checks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The tables in docs/ARCHITECTURE.md that say what each room of the program declares. */
final class ResourceTables {
    private static final Pattern ROOM = Pattern.compile("### ([a-z]+)");
    /** A resource with three columns that each say something; only the last may be silent. */
    private static final Pattern ROW = Pattern.compile("\\| `([^`]+:[^`]+)` \\| [^|]*\\S[^|]* \\|.*\\|.*\\|");

    private static final String LOG_GROUP = "aws:cloudwatch/logGroup:LogGroup";

    private ResourceTables() {}

    /** Room and type of every row, such as {@code keys aws:kms/key:Key}. */
    static Set<String> rows() {
        var rows = new TreeSet<String>();
        var room = "";
        for (var line : lines()) {
            var heading = ROOM.matcher(line);
            var row = ROW.matcher(line);
            if (heading.matches()) {
                room = heading.group(1);
            } else if (line.startsWith("#")) {
                room = "";
            } else if (row.matches() && !room.isEmpty()) {
                rows.add(room + " " + row.group(1));
            }
        }
        return rows;
    }

    /**
     * The same of what is planned; a resource belongs to the room of the component that makes it. Log groups are made by
     * one class for all.
     */
    static Set<String> planned(StackPlan plan) {
        var rows = new TreeSet<String>();
        for (var resource : plan.resources()) {
            var components = resource.components();
            if (!resource.type().startsWith("plinth:") && !components.isEmpty()) {
                var room = components.get(components.size() - 1).split(":", -1)[1];
                rows.add((resource.type().equals(LOG_GROUP) ? "logs" : room) + " " + resource.type());
            }
        }
        return rows;
    }

    private static Iterable<String> lines() {
        try {
            return Files.readAllLines(House.ROOT.resolve("docs/ARCHITECTURE.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
