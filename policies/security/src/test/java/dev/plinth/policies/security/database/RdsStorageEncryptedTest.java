package dev.plinth.policies.security.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.rds.Cluster;
import com.pulumi.aws.rds.ClusterArgs;
import com.pulumi.aws.rds.Instance;
import com.pulumi.aws.rds.InstanceArgs;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import org.junit.jupiter.api.Test;

final class RdsStorageEncryptedTest {
    private final PolicyTest rule = PolicyTest.of(new RdsStorageEncrypted());

    @Test
    void acceptsEncryptedStorage() {
        assertThat(rule.violations(
                        instance(database().storageEncrypted(true)),
                        cluster(ClusterArgs.builder()
                                .engine("aurora-postgresql")
                                .storageEncrypted(true))))
                .isEmpty();
    }

    @Test
    void rejectsUnencryptedStorage() {
        assertThat(rule.violations(instance(database().storageEncrypted(false))))
                .containsExactly("db stores its data unencrypted, as storageEncrypted is not true");
    }

    @Test
    void rejectsTheDefaultWhichIsUnencrypted() {
        assertThat(rule.violations(instance(database()))).hasSize(1);
        assertThat(rule.violations(cluster(ClusterArgs.builder().engine("aurora-postgresql"))))
                .hasSize(1);
    }

    @Test
    void leavesAReplicaToItsSource() {
        assertThat(rule.notApplicable(
                        instance(database().replicateSourceDb("primary")),
                        instance(database()).unknown("replicateSourceDb")))
                .hasSize(2)
                .allMatch("leaves a replica to its source, which it is encrypted as"::equals);
    }

    @Test
    void waitsForAnUnknownValue() {
        assertThat(rule.undecided(instance(database()).unknown("storageEncrypted")))
                .containsExactly("db: storageEncrypted is not known before the deployment");
    }

    private static InstanceArgs.Builder database() {
        return InstanceArgs.builder().instanceClass("db.t4g.medium");
    }

    private static TestResource instance(InstanceArgs.Builder args) {
        return TestResource.of(Instance.class, "db", args.build());
    }

    private static TestResource cluster(ClusterArgs.Builder args) {
        return TestResource.of(Cluster.class, "cluster", args.build());
    }
}
