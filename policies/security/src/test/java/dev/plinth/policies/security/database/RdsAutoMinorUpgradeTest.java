package dev.plinth.policies.security.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.rds.ClusterInstance;
import com.pulumi.aws.rds.ClusterInstanceArgs;
import com.pulumi.aws.rds.Instance;
import com.pulumi.aws.rds.InstanceArgs;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import org.junit.jupiter.api.Test;

final class RdsAutoMinorUpgradeTest {
    private final PolicyTest rule = PolicyTest.of(new RdsAutoMinorUpgrade());

    @Test
    void acceptsMinorVersionsThatComeByThemselves() {
        assertThat(rule.violations(server(server().autoMinorVersionUpgrade(true))))
                .isEmpty();
    }

    @Test
    void acceptsTheDefaultWhichIsOn() {
        assertThat(rule.violations(server(server()))).isEmpty();
    }

    @Test
    void rejectsAServerThatStaysAsItIs() {
        assertThat(rule.violations(server(server().autoMinorVersionUpgrade(false))))
                .containsExactly("db stays on its minor version, as autoMinorVersionUpgrade is false");
    }

    @Test
    void rejectsItInAClusterToo() {
        var writer = ClusterInstanceArgs.builder()
                .clusterIdentifier("cluster")
                .engine("aurora-postgresql")
                .instanceClass("db.r7g.large")
                .autoMinorVersionUpgrade(false)
                .build();

        assertThat(rule.violations(TestResource.of(ClusterInstance.class, "writer", writer)))
                .hasSize(1);
    }

    @Test
    void waitsForAnUnknownValue() {
        assertThat(rule.undecided(server(server()).unknown("autoMinorVersionUpgrade")))
                .containsExactly("db: autoMinorVersionUpgrade is not known before the deployment");
    }

    @Test
    void turnsItOn() {
        TestResource remedied = rule.remedied(server(server().autoMinorVersionUpgrade(false)));

        assertThat(rule.violations(remedied)).isEmpty();
        assertThat(rule.remedied(remedied).resource()).isEqualTo(remedied.resource());
    }

    private static InstanceArgs.Builder server() {
        return InstanceArgs.builder().instanceClass("db.t4g.medium");
    }

    private static TestResource server(InstanceArgs.Builder args) {
        return TestResource.of(Instance.class, "db", args.build());
    }
}
