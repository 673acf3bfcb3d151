package dev.plinth.app.objectives;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where objectives are kept. */
public interface ObjectiveStore {
    Objective insert(ObjectiveContent content);

    Optional<Objective> find(UUID uid);

    /** The objective, which nobody else changes until the open transaction has ended. */
    Optional<Objective> lock(UUID uid);

    /** The objective as kept from now on, with its next revision. */
    Objective update(UUID uid, ObjectiveContent content);

    /** Takes its key results away too. */
    void delete(UUID uid);

    /** The objectives that match, in the order in which they were made. */
    List<Objective> list(ObjectiveQuery query);
}
