package dev.plinth.app.metrics;

import dev.plinth.app.values.MetricId;
import dev.plinth.app.values.StoreUnavailableException;
import java.util.List;
import java.util.Optional;

/** Where metrics are kept for good. Every method throws {@link StoreUnavailableException} when it cannot be reached. */
public interface MetricStore {
    /** The metric as kept, or empty when one of the same id is there already. */
    Optional<Metric> insert(MetricContent content);

    Optional<Metric> find(MetricId id);

    /** The metrics that match, in the order of their ids. */
    List<Metric> list(MetricQuery query);
}
