package dev.plinth.policies.backup.database;

import com.pulumi.aws.rds.Cluster;
import com.pulumi.aws.rds.Instance;
import dev.plinth.policy.Property;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceTypes;

/** What several rules ask of a database. */
final class Databases {
    static final ResourceTypes INSTANCES = ResourceTypes.of(Instance.class);
    static final ResourceTypes CLUSTERS = ResourceTypes.of(Cluster.class);
    static final ResourceTypes ALL = ResourceTypes.of(Instance.class, Cluster.class);

    /** What a replica is made from. */
    static final Property<String> SOURCE = INSTANCES.text("replicateSourceDb");

    static final Property<String> INSTANCE_NAME = INSTANCES.text("identifier");
    static final Property<String> CLUSTER_NAME = CLUSTERS.text("clusterIdentifier");

    private Databases() {}

    static boolean isReplica(Resource database) {
        return database.is(INSTANCES) && database.has(SOURCE);
    }
}
