package dev.plinth.infra.cache;

import dev.plinth.infra.config.Section;
import dev.plinth.infra.config.Shape;
import dev.plinth.infra.schedule.Upkeep;

/** What the cache must be: one node is the primary, each further one a replica that can take over. */
public record CacheSpec(String nodeType, int nodes, CacheUse use, int snapshotDays, Upkeep upkeep) {
    private static final int NODES_MAX = 6;
    private static final int SNAPSHOT_DAYS_MAX = 35;
    private static final Shape<String> NODE_TYPE =
            Shape.matching("cache\\.[a-z0-9]+\\.[a-z0-9]+", "an ElastiCache node type", "cache.m7g.large");

    public static CacheSpec read(Section settings) {
        int nodes = settings.integer("nodes", 1, NODES_MAX, 3);
        settings.needsReason("nodes", nodes == 1, "a failed node loses all sessions");
        return new CacheSpec(
                settings.required("nodeType", NODE_TYPE),
                nodes,
                settings.choice("use", CacheUse.class, CacheUse.MIXED),
                settings.integer("snapshotDays", 1, SNAPSHOT_DAYS_MAX, 7),
                Upkeep.read(settings));
    }

    boolean failsOver() {
        return nodes > 1;
    }

    /** Whether the nodes save up processor time while they rest. */
    boolean isBurstable() {
        return nodeType.startsWith("cache.t");
    }
}
