package dev.plinth.policies.security.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.rds.Instance;
import com.pulumi.aws.rds.InstanceArgs;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RdsCaCurrentTest {
    private final PolicyTest rule = PolicyTest.of(new RdsCaCurrent());

    @Test
    void acceptsACurrentAuthority() {
        assertThat(rule.violations(server("rds-ca-rsa2048-g1"), server("rds-ca-ecc384-g1")))
                .isEmpty();
    }

    @Test
    void acceptsTheAuthorityThatAwsTakes() {
        var args = InstanceArgs.builder().instanceClass("db.t4g.medium").build();

        assertThat(rule.violations(TestResource.of(Instance.class, "db", args))).isEmpty();
    }

    @Test
    void rejectsAnAuthorityThatHasExpired() {
        assertThat(rule.violations(server("rds-ca-2019")))
                .containsExactly("db has its certificate from rds-ca-2019, needs one from rds-ca-rsa2048-g1,"
                        + " rds-ca-rsa4096-g1, rds-ca-ecc384-g1");
    }

    @Test
    void acceptsTheAuthoritiesThatAreConfigured() {
        PolicyTest configured = rule.configured("allowed", List.of("rds-ca-rsa4096-g1"));

        assertThat(configured.violations(server("rds-ca-rsa2048-g1"))).hasSize(1);
        assertThat(configured.violations(server("rds-ca-rsa4096-g1"))).isEmpty();
    }

    @Test
    void waitsForAnUnknownValue() {
        assertThat(rule.undecided(server("").unknown("caCertIdentifier")))
                .containsExactly("db: caCertIdentifier is not known before the deployment");
    }

    private static TestResource server(String authority) {
        var args = InstanceArgs.builder().instanceClass("db.t4g.medium").caCertIdentifier(authority);
        return TestResource.of(Instance.class, "db", args.build());
    }
}
