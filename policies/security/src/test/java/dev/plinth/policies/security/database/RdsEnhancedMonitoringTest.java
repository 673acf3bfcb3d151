package dev.plinth.policies.security.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.rds.Instance;
import com.pulumi.aws.rds.InstanceArgs;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import org.junit.jupiter.api.Test;

final class RdsEnhancedMonitoringTest {
    private final PolicyTest rule = PolicyTest.of(new RdsEnhancedMonitoring());

    @Test
    void acceptsAnyInterval() {
        assertThat(rule.violations(server(server().monitoringInterval(60)))).isEmpty();
    }

    @Test
    void rejectsNoIntervalSaidOrUnsaid() {
        assertThat(rule.violations(server(server().monitoringInterval(0))))
                .containsExactly("db is watched from outside only, as monitoringInterval is 0");
        assertThat(rule.violations(server(server()))).hasSize(1);
    }

    @Test
    void judgesAReplicaByItself() {
        assertThat(rule.violations(server(server().replicateSourceDb("primary"))))
                .hasSize(1);
    }

    @Test
    void waitsForAnUnknownValue() {
        assertThat(rule.undecided(server(server()).unknown("monitoringInterval")))
                .containsExactly("db: monitoringInterval is not known before the deployment");
    }

    private static InstanceArgs.Builder server() {
        return InstanceArgs.builder().instanceClass("db.t4g.medium");
    }

    private static TestResource server(InstanceArgs.Builder args) {
        return TestResource.of(Instance.class, "db", args.build());
    }
}
