package dev.plinth.policies.security.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.rds.Cluster;
import com.pulumi.aws.rds.ClusterArgs;
import com.pulumi.aws.rds.Instance;
import com.pulumi.aws.rds.InstanceArgs;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import org.junit.jupiter.api.Test;

final class RdsPostgresLogExportsTest {
    private final PolicyTest rule = PolicyTest.of(new RdsPostgresLogExports());

    @Test
    void acceptsALogThatIsSentAway() {
        assertThat(rule.violations(database(engine("postgres").enabledCloudwatchLogsExports("postgresql", "upgrade"))))
                .isEmpty();
    }

    @Test
    void rejectsALogThatStays() {
        assertThat(rule.violations(database(engine("postgres").enabledCloudwatchLogsExports("upgrade"))))
                .containsExactly("db keeps its log to itself, as enabledCloudwatchLogsExports lacks 'postgresql'");
        assertThat(rule.violations(database(engine("postgres")))).hasSize(1);
        assertThat(rule.violations(TestResource.of(
                        Cluster.class,
                        "cluster",
                        ClusterArgs.builder().engine("aurora-postgresql").build())))
                .hasSize(1);
    }

    @Test
    void leavesOtherEnginesAlone() {
        assertThat(rule.notApplicable(database(engine("mysql"))))
                .containsExactly("is about PostgreSQL only, as far as the database itself says its engine");
    }

    @Test
    void leavesAReplicaAloneWhoseEngineIsNotSaid() {
        var replica = InstanceArgs.builder().instanceClass("db.t4g.medium").replicateSourceDb("primary");

        assertThat(rule.notApplicable(database(replica))).hasSize(1);
    }

    @Test
    void waitsForAnUnknownValue() {
        assertThat(rule.undecided(database(engine("postgres")).unknown("enabledCloudwatchLogsExports")))
                .containsExactly("db: enabledCloudwatchLogsExports is not known before the deployment");
    }

    @Test
    void addsTheLogToTheOthers() {
        TestResource remedied = rule.remedied(database(engine("postgres").enabledCloudwatchLogsExports("upgrade")));

        assertThat(rule.violations(remedied)).isEmpty();
        assertThat(remedied.resource())
                .isEqualTo(database(engine("postgres").enabledCloudwatchLogsExports("upgrade", "postgresql"))
                        .resource());
        assertThat(rule.remedied(remedied).resource()).isEqualTo(remedied.resource());
    }

    private static InstanceArgs.Builder engine(String engine) {
        return InstanceArgs.builder().instanceClass("db.t4g.medium").engine(engine);
    }

    private static TestResource database(InstanceArgs.Builder args) {
        return TestResource.of(Instance.class, "db", args.build());
    }
}
