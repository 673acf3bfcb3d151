package dev.plinth.policies.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.rds.Cluster;
import com.pulumi.aws.rds.Instance;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import org.junit.jupiter.api.Test;

final class RdsStorageEncryptedTest {
    private final PolicyTest rule = PolicyTest.of(new RdsStorageEncrypted());
    private final TestResource database = TestResource.of(Instance.class, "db");
    private final TestResource cluster = TestResource.of(Cluster.class, "cluster");

    @Test
    void acceptsEncryptedStorage() {
        assertThat(rule.violations(database.with("storageEncrypted", true), cluster.with("storageEncrypted", true)))
                .isEmpty();
    }

    @Test
    void rejectsUnencryptedStorage() {
        assertThat(rule.violations(database.with("storageEncrypted", false)))
                .containsExactly("db stores its data unencrypted, as storageEncrypted is not true");
    }

    @Test
    void rejectsTheDefaultWhichIsUnencrypted() {
        assertThat(rule.violations(database)).hasSize(1);
        assertThat(rule.violations(cluster)).hasSize(1);
    }

    @Test
    void leavesAReplicaToItsSource() {
        assertThat(rule.violations(database.with("replicateSourceDb", "primary")))
                .isEmpty();
        assertThat(rule.violations(database.unknown("replicateSourceDb"))).isEmpty();
    }

    @Test
    void waitsForAnUnknownValue() {
        assertThat(rule.undecided(database.unknown("storageEncrypted")))
                .containsExactly("db: storageEncrypted is not known before the deployment");
    }
}
