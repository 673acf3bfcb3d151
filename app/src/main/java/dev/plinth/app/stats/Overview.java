package dev.plinth.app.stats;

import dev.plinth.app.search.FacetCount;
import dev.plinth.app.values.MetricId;
import java.util.List;

/** The catalogue in numbers: of what there is how much, and what nobody has looked after. */
public record Overview(List<FacetCount> counts, Lacks lacks, Stale stale) {
    /** How many metrics there are, and how many of them lack what they should have. */
    public record Lacks(long metrics, long owner, long target, long source) {}

    /** How many metrics have not been changed for so many days, and those longest unchanged. */
    public record Stale(int days, long metrics, List<MetricId> longest) {
        public Stale {
            longest = List.copyOf(longest);
        }
    }

    public Overview {
        counts = List.copyOf(counts);
    }
}
