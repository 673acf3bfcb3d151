package dev.plinth.app.page;

import dev.plinth.app.metrics.MetricContent;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A part of a definition that two versions say differently: the lines that only one of them has. */
public record Difference(String part, List<String> before, List<String> after) {
    public Difference {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

    /** All parts that differ, in the order in which people read them. */
    static List<Difference> between(MetricContent before, MetricContent after) {
        Map<String, List<String>> old = ContentLines.of(before);
        Map<String, List<String>> now = ContentLines.of(after);
        Set<String> parts = new LinkedHashSet<>(now.keySet());
        parts.addAll(old.keySet());
        return parts.stream()
                .map(part -> new Difference(
                        part,
                        without(old.getOrDefault(part, List.of()), now.getOrDefault(part, List.of())),
                        without(now.getOrDefault(part, List.of()), old.getOrDefault(part, List.of()))))
                .filter(difference ->
                        !difference.before().isEmpty() || !difference.after().isEmpty())
                .toList();
    }

    private static List<String> without(List<String> lines, List<String> others) {
        List<String> left = new ArrayList<>(lines);
        left.removeAll(others);
        return left;
    }
}
