package dev.plinth.policies.security.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.rds.Cluster;
import com.pulumi.aws.rds.ClusterArgs;
import com.pulumi.aws.rds.Instance;
import com.pulumi.aws.rds.InstanceArgs;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import org.junit.jupiter.api.Test;

final class RdsCustomerKeyTest {
    private final PolicyTest rule = PolicyTest.of(new RdsCustomerKey());

    @Test
    void acceptsAKeyOfTheAccount() {
        assertThat(rule.violations(database(encrypted().kmsKeyId("arn:aws:kms:eu-central-1:111111111111:key/1"))))
                .isEmpty();
    }

    @Test
    void acceptsAKeyThatIsNotMadeYet() {
        TestResource database = database(encrypted()).unknown("kmsKeyId");

        assertThat(rule.violations(database)).isEmpty();
        assertThat(rule.undecided(database)).isEmpty();
    }

    @Test
    void rejectsTheKeyThatAwsTakes() {
        var cluster = ClusterArgs.builder().engine("aurora-mysql").storageEncrypted(true);

        assertThat(rule.violations(database(encrypted())))
                .containsExactly("db is encrypted with a key of AWS's, as kmsKeyId is not set");
        assertThat(rule.violations(TestResource.of(Cluster.class, "cluster", cluster.build())))
                .hasSize(1);
    }

    @Test
    void leavesUnencryptedStorageToItsOwnRule() {
        assertThat(rule.notApplicable(database(encrypted().storageEncrypted(false))))
                .containsExactly("leaves storage that is not encrypted to rds-storage-encrypted");
    }

    @Test
    void leavesAReplicaToItsSource() {
        assertThat(rule.notApplicable(database(encrypted()).unknown("replicateSourceDb")))
                .containsExactly("leaves a replica to its source, whose key it has");
    }

    private static InstanceArgs.Builder encrypted() {
        return InstanceArgs.builder().instanceClass("db.t4g.medium").storageEncrypted(true);
    }

    private static TestResource database(InstanceArgs.Builder args) {
        return TestResource.of(Instance.class, "db", args.build());
    }
}
