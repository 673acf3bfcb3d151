package dev.plinth.app.lineage;

import dev.plinth.app.metrics.View;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where relationships are kept. */
public interface RelationshipStore {
    /** Lets no other transaction add relationships of this family until the open one has ended. */
    void lock(Family family);

    /** The uid of the relationship as kept, or empty when it is there already. */
    Optional<UUID> insert(UUID from, UUID to, RelationshipType type);

    /** A relationship of the metric, if both its metrics are seen in the view. */
    Optional<Relationship> find(UUID metric, UUID uid, View view);

    void delete(UUID uid);

    /** The relationships of the metric, either way. */
    List<Relationship> list(UUID metric, RelationshipQuery query);

    /** How many relationships the metric has, either way, whoever may see them. */
    int count(UUID metric);

    /** Whether relationships of the family lead from one metric to another. */
    boolean leads(UUID from, UUID to, Family family);
}
