package dev.plinth.ops.cost;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a set of resources costs in a month, and what of it nobody could price. */
record Estimate(List<Line> lines, List<Unpriced> unpriced) {
    Estimate {
        lines = List.copyOf(lines);
        unpriced = List.copyOf(unpriced);
    }

    /** A charge of a resource: how many units at what price, in US dollars. */
    record Line(String component, String resource, String price, double quantity, double usd) {}

    /** A resource of which at least one charge is not in the estimate, and why. */
    record Unpriced(String component, String resource, String reason) {}

    /** US dollars in a month. */
    double total() {
        return lines.stream().mapToDouble(Line::usd).sum();
    }

    /** US dollars in a month by component. */
    SortedMap<String, Double> byComponent() {
        return lines.stream()
                .collect(Collectors.groupingBy(Line::component, TreeMap::new, Collectors.summingDouble(Line::usd)));
    }
}
