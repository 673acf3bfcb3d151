package dev.plinth.app.lineage;

import java.time.Instant;
import java.util.UUID;

/** What one metric says of another; what holds both ways is kept in one of the two orders. */
public record Relationship(UUID uid, RelationshipType type, MetricNode from, MetricNode to, Instant createdAt) {}
