package dev.plinth.policies.security.database;

import com.pulumi.aws.elasticache.Cluster;
import com.pulumi.aws.elasticache.ReplicationGroup;
import dev.plinth.policy.Property;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceTypes;

/** What several rules ask of a cache. */
final class Caches {
    static final ResourceTypes GROUPS = ResourceTypes.of(ReplicationGroup.class);
    static final ResourceTypes CLUSTERS = ResourceTypes.of(Cluster.class);
    static final ResourceTypes ALL = ResourceTypes.of(ReplicationGroup.class, Cluster.class);

    private static final Property<String> OWNER = CLUSTERS.text("replicationGroupId");
    private static final Property<String> GLOBAL = GROUPS.text("globalReplicationGroupId");
    private static final Property<String> ENGINE = GROUPS.text("engine");
    private static final Property<Boolean> ENCRYPTED = GROUPS.flag("atRestEncryptionEnabled");

    private Caches() {}

    /** Whether it is one more node of a replication group, which says how its nodes are. */
    static boolean isNode(Resource cache) {
        return cache.is(CLUSTERS) && cache.has(OWNER);
    }

    /** Whether it belongs to a group over several regions, which says how it is encrypted. */
    static boolean isGlobal(Resource cache) {
        return cache.is(GROUPS) && cache.has(GLOBAL);
    }

    /** Whether a replication group encrypts what it stores; Valkey does if nobody says otherwise. */
    static boolean isEncrypted(Resource group) {
        return group.get(ENCRYPTED)
                .orElseGet(() -> group.get(ENGINE).filter("valkey"::equals).isPresent());
    }
}
