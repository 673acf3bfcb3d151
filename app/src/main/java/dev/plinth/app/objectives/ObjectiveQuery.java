package dev.plinth.app.objectives;

import dev.plinth.app.values.DomainId;
import dev.plinth.app.values.MetricId;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * One page of objectives in the order in which they were made: at most {@code limit}, all after {@code after}. Only those
 * of these domains, any when there are none, and with a key result on this metric.
 */
public record ObjectiveQuery(Set<DomainId> domains, Optional<MetricId> metric, UUID after, int limit) {
    public ObjectiveQuery {
        domains = Set.copyOf(domains);
    }
}
