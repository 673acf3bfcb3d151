package dev.plinth.policies.security.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.rds.Cluster;
import com.pulumi.aws.rds.ClusterArgs;
import com.pulumi.aws.rds.Instance;
import com.pulumi.aws.rds.InstanceArgs;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import org.junit.jupiter.api.Test;

final class RdsIamAuthTest {
    private final PolicyTest rule = PolicyTest.of(new RdsIamAuth());

    @Test
    void acceptsADatabaseThatIamCanSignInTo() {
        assertThat(rule.violations(database(engine("postgres").iamDatabaseAuthenticationEnabled(true))))
                .isEmpty();
    }

    @Test
    void rejectsPasswordsOnlySaidOrUnsaid() {
        assertThat(rule.violations(database(engine("postgres"))))
                .containsExactly("db knows passwords only, as iamDatabaseAuthenticationEnabled is not true");
        assertThat(rule.violations(database(engine("mysql").iamDatabaseAuthenticationEnabled(false))))
                .hasSize(1);
        assertThat(rule.violations(TestResource.of(
                        Cluster.class,
                        "cluster",
                        ClusterArgs.builder().engine("aurora-postgresql").build())))
                .hasSize(1);
    }

    @Test
    void judgesAReplicaByItself() {
        assertThat(rule.violations(database(
                        InstanceArgs.builder().instanceClass("db.t4g.medium").replicateSourceDb("primary"))))
                .hasSize(1);
    }

    @Test
    void leavesEnginesAloneThatIamCannotSignInTo() {
        assertThat(rule.notApplicable(database(engine("sqlserver-se"))))
                .containsExactly("is about engines that IAM can sign in to");
    }

    @Test
    void waitsForAnUnknownValue() {
        assertThat(rule.undecided(database(engine("postgres")).unknown("iamDatabaseAuthenticationEnabled")))
                .containsExactly("db: iamDatabaseAuthenticationEnabled is not known before the deployment");
    }

    @Test
    void turnsItOnWhereTheEngineHasIt() {
        TestResource remedied = rule.remedied(database(engine("postgres")));

        assertThat(rule.violations(remedied)).isEmpty();
        assertThat(rule.remedied(remedied).resource()).isEqualTo(remedied.resource());
        TestResource other = database(engine("db2-se"));
        assertThat(rule.remedied(other).resource()).isEqualTo(other.resource());
    }

    private static InstanceArgs.Builder engine(String engine) {
        return InstanceArgs.builder().instanceClass("db.t4g.medium").engine(engine);
    }

    private static TestResource database(InstanceArgs.Builder args) {
        return TestResource.of(Instance.class, "db", args.build());
    }
}
