package dev.plinth.policies.security.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.rds.Cluster;
import com.pulumi.aws.rds.ClusterArgs;
import com.pulumi.aws.rds.Instance;
import com.pulumi.aws.rds.InstanceArgs;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RdsCustomAdminNameTest {
    private final PolicyTest rule = PolicyTest.of(new RdsCustomAdminName());

    @Test
    void acceptsANameOfItsOwn() {
        assertThat(rule.violations(database("metrics_owner"))).isEmpty();
    }

    @Test
    void rejectsANameThatEverybodyTriesHoweverItIsWritten() {
        assertThat(rule.violations(database("postgres")))
                .containsExactly("db calls its administrator 'postgres', as everybody does");
        assertThat(rule.violations(database("Admin"))).hasSize(1);
    }

    @Test
    void rejectsItForAClusterToo() {
        var cluster = ClusterArgs.builder()
                .engine("aurora-mysql")
                .masterUsername("root")
                .build();

        assertThat(rule.violations(TestResource.of(Cluster.class, "cluster", cluster)))
                .hasSize(1);
    }

    @Test
    void refusesTheNamesThatAreConfigured() {
        PolicyTest configured = rule.configured("refused", List.of("dba"));

        assertThat(configured.violations(database("dba"))).hasSize(1);
        assertThat(configured.violations(database("postgres"))).isEmpty();
    }

    @Test
    void leavesAReplicaAloneWhichHasItsSourcesAdministrator() {
        var replica = InstanceArgs.builder()
                .instanceClass("db.t4g.medium")
                .replicateSourceDb("primary")
                .build();

        assertThat(rule.notApplicable(TestResource.of(Instance.class, "replica", replica)))
                .containsExactly("is about databases that are given an administrator");
    }

    @Test
    void waitsForAnUnknownValue() {
        assertThat(rule.undecided(database("owner").unknown("username")))
                .containsExactly("db: username is not known before the deployment");
    }

    private static TestResource database(String user) {
        var args = InstanceArgs.builder().instanceClass("db.t4g.medium").username(user);
        return TestResource.of(Instance.class, "db", args.build());
    }
}
