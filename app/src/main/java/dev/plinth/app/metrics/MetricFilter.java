package dev.plinth.app.metrics;

import dev.plinth.app.values.DomainId;
import java.util.Set;

/** Which metrics are wanted: those that match one value of each set; an empty set matches all. */
public record MetricFilter(Set<DomainId> domains, Set<Tier> tiers, Set<MetricType> metricTypes) {
    public MetricFilter {
        domains = Set.copyOf(domains);
        tiers = Set.copyOf(tiers);
        metricTypes = Set.copyOf(metricTypes);
    }
}
