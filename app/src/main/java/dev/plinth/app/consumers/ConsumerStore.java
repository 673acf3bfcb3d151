package dev.plinth.app.consumers;

import dev.plinth.app.metrics.Version;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where consumers are kept. */
public interface ConsumerStore {
    /** The consumer as kept, or empty when it is registered already; one that was only seen becomes registered. */
    Optional<Consumer> register(UUID metric, Usage usage, String author);

    Optional<Consumer> find(UUID metric, UUID uid);

    void delete(UUID uid);

    /** Those of a metric in the order in which they came: at most {@code limit}, all after {@code after}. */
    List<Consumer> list(UUID metric, UUID after, int limit);

    /** Those of several metrics, at most {@code limit}. */
    List<Consumer> of(Collection<UUID> metrics, int limit);

    /** Whether this version of the metric was published. */
    boolean isPublished(UUID metric, Version version);
}
