package dev.plinth.ops.inventory;

import dev.plinth.ops.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Every resource of a stack by type and name, each with the lines of its key properties. */
record Inventory(SortedMap<String, List<String>> entries) {
    private static final String COMMENT = "#";
    private static final String INDENT = "    ";

    /** What a plan leads to. */
    static Inventory of(Plan plan, KeyProperties properties) {
        var entries = new TreeMap<String, List<String>>();
        plan.remaining()
                .forEach(resource -> entries.put(resource.type() + "  " + resource.name(), properties.lines(resource)));
        return new Inventory(entries);
    }

    /** Reads what {@link #text} wrote. */
    static Inventory parse(String text) {
        var entries = new TreeMap<String, List<String>>();
        var current = new ArrayList<String>();
        for (var line : text.lines().toList()) {
            if (line.startsWith(INDENT)) {
                current.add(line.strip());
            } else if (!line.isBlank() && !line.startsWith(COMMENT)) {
                current = new ArrayList<>();
                entries.put(line, current);
            }
        }
        return new Inventory(entries);
    }

    /** As a file, whose first lines tell where it comes from. */
    String text(String renewal) {
        var lines = new ArrayList<>(List.of(
                COMMENT + " Every resource of the plan with the properties that a review should see.",
                COMMENT + " Renew it with: " + renewal));
        entries.forEach((resource, properties) -> {
            lines.add(resource);
            properties.forEach(property -> lines.add(INDENT + property));
        });
        return String.join("\n", lines) + "\n";
    }

    /** What is there and not in the other one, and the reverse; nothing when they are equal. */
    List<String> differencesTo(Inventory wanted) {
        var lines = new ArrayList<String>();
        var all = new TreeSet<>(entries.keySet());
        all.addAll(wanted.entries.keySet());
        for (var resource : all) {
            var before = entries.get(resource);
            var after = wanted.entries.get(resource);
            if (before == null || after == null) {
                lines.add((before == null ? "+ " : "- ") + resource);
            } else if (!before.equals(after)) {
                lines.add("~ " + resource);
                lines.addAll(marked("    - ", before, after));
                lines.addAll(marked("    + ", after, before));
            }
        }
        return lines;
    }

    private static List<String> marked(String mark, List<String> lines, List<String> others) {
        return lines.stream()
                .filter(line -> !others.contains(line))
                .map(line -> mark + line)
                .toList();
    }
}
