package dev.plinth.app.metrics;

import dev.plinth.app.values.MetricId;
import dev.plinth.app.values.StoreUnavailableException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where metrics are kept for good. Every method throws {@link StoreUnavailableException} when it cannot be reached. */
public interface MetricStore {
    /** The metric as kept, or empty when its id is or was another metric's. */
    Optional<Metric> insert(MetricContent content);

    /** The metric that has or had this id, if it has such a content; deleted ones too. */
    Optional<Metric> find(MetricId id, View view);

    /** Its draft, which nobody else can change until the open transaction has ended; deleted ones too. */
    Optional<Metric> lock(MetricId id);

    /** Lets the metric have this id too, until it is kept under it; false when it is or was another metric's. */
    boolean reserve(UUID uid, MetricId id);

    /** Keeps the draft and the standing; as {@code extent} says, what was published counts as changed too. */
    Metric keep(Metric metric, Extent extent);

    /** Keeps one more version, and shows it as what is published. */
    void publish(UUID uid, MetricVersion version);

    /** The metrics that match, in the order asked for. */
    List<Metric> list(MetricQuery query, Position position);

    /** How many match. */
    long count(MetricQuery query);

    /** What a change of a metric is seen in. */
    enum Extent {
        DRAFT,
        EVERYTHING
    }
}
