package dev.plinth.policies.security.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.eks.Cluster;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import java.util.List;
import org.junit.jupiter.api.Test;

final class EksAuditLogsTest {
    private final PolicyTest rule = PolicyTest.of(new EksAuditLogs());

    @Test
    void acceptsTheLogsOfTheApi() {
        assertThat(rule.violations(cluster("scheduler", "api", "audit", "authenticator")))
                .isEmpty();
    }

    @Test
    void namesTheLogsThatAreMissing() {
        assertThat(rule.violations(cluster("api"), TestResource.of(Cluster.class, "eks")))
                .containsExactly(
                        "eks does not write its audit, authenticator logs",
                        "eks does not write its api, audit, authenticator logs");
    }

    @Test
    void waitsForUnknownLogs() {
        assertThat(rule.undecided(TestResource.of(Cluster.class, "eks").unknown("enabledClusterLogTypes")))
                .hasSize(1);
    }

    @Test
    void takesItsLogsFromTheConfiguration() {
        assertThat(rule.configured("types", List.of("audit")).violations(cluster("audit")))
                .isEmpty();
    }

    @Test
    void addsWhatIsMissing() {
        TestResource remedied = rule.remedied(cluster("scheduler", "audit"));

        assertThat(remedied.resource())
                .isEqualTo(cluster("scheduler", "audit", "api", "authenticator").resource());
        assertThat(rule.remedied(remedied).resource()).isEqualTo(remedied.resource());
    }

    private static TestResource cluster(String... logs) {
        return TestResource.of(Cluster.class, "eks").with("enabledClusterLogTypes", List.of(logs));
    }
}
