package dev.plinth.app.lineage;

import dev.plinth.app.metrics.View;
import java.util.Set;
import java.util.UUID;

/**
 * One page of relationships of these types, any when there are none, in the order in which they were made: at most
 * {@code limit}, all after {@code after}. Only those whose both metrics are seen in the view.
 */
public record RelationshipQuery(Set<RelationshipType> types, View view, UUID after, int limit) {
    public RelationshipQuery {
        types = Set.copyOf(types);
    }
}
