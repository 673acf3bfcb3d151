package dev.plinth.app.objectives;

import dev.plinth.app.values.MetricId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where key results are kept. */
public interface KeyResultStore {
    KeyResult insert(UUID objective, KeyResultContent content, Reading reading);

    Optional<KeyResult> find(UUID uid);

    /** The key result, which nobody else changes until the open transaction has ended. */
    Optional<KeyResult> lock(UUID uid);

    /** The key result as kept from now on, with its next revision. */
    KeyResult update(UUID uid, KeyResultContent content, Reading reading);

    /** Takes its check-ins away too. */
    void delete(UUID uid);

    /** Those of an objective in the order in which they were made: at most {@code limit}, all after {@code after}. */
    List<KeyResult> of(UUID objective, UUID after, int limit);

    /** Whether there is such a metric, and everybody may know. */
    boolean isPublic(MetricId metric);
}
