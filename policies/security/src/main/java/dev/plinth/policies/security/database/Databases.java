package dev.plinth.policies.security.database;

import com.pulumi.aws.rds.Cluster;
import com.pulumi.aws.rds.ClusterInstance;
import com.pulumi.aws.rds.Instance;
import dev.plinth.policy.Property;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceTypes;
import java.util.Set;

/** What several rules ask of a database. */
final class Databases {
    static final ResourceTypes INSTANCES = ResourceTypes.of(Instance.class);
    static final ResourceTypes CLUSTERS = ResourceTypes.of(Cluster.class);
    static final ResourceTypes ALL = ResourceTypes.of(Instance.class, Cluster.class);

    /** The machines, be they a database by themselves or part of a cluster. */
    static final ResourceTypes SERVERS = ResourceTypes.of(Instance.class, ClusterInstance.class);

    /** Not set for what is made from something else, such as a replica: that has its source's. */
    static final Property<String> ENGINE = ALL.text("engine");

    private static final Property<String> SOURCE = INSTANCES.text("replicateSourceDb");
    private static final Set<String> POSTGRES = Set.of("postgres", "aurora-postgresql");

    private Databases() {}

    static boolean isReplica(Resource database) {
        return database.is(INSTANCES) && database.has(SOURCE);
    }

    static boolean isPostgres(Resource database) {
        return database.get(ENGINE).filter(POSTGRES::contains).isPresent();
    }
}
