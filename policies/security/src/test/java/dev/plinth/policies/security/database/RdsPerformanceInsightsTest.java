package dev.plinth.policies.security.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.rds.Instance;
import com.pulumi.aws.rds.InstanceArgs;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import org.junit.jupiter.api.Test;

final class RdsPerformanceInsightsTest {
    private final PolicyTest rule = PolicyTest.of(new RdsPerformanceInsights());

    @Test
    void acceptsARecordWithAKeyOfTheAccount() {
        assertThat(rule.violations(
                        server(server().performanceInsightsEnabled(true).performanceInsightsKmsKeyId("key"))))
                .isEmpty();
    }

    @Test
    void acceptsAKeyThatIsNotMadeYet() {
        assertThat(rule.violations(
                        server(server().performanceInsightsEnabled(true)).unknown("performanceInsightsKmsKeyId")))
                .isEmpty();
    }

    @Test
    void rejectsAServerWithoutARecord() {
        assertThat(rule.violations(server(server())))
                .containsExactly("db does not record its waits, as performanceInsightsEnabled is not true");
    }

    @Test
    void rejectsARecordUnderAKeyOfAws() {
        assertThat(rule.violations(server(server().performanceInsightsEnabled(true))))
                .containsExactly(
                        "db encrypts its record of waits with a key of AWS's, as performanceInsightsKmsKeyId is"
                                + " not set");
    }

    @Test
    void waitsForAnUnknownValue() {
        assertThat(rule.undecided(server(server()).unknown("performanceInsightsEnabled")))
                .containsExactly("db: performanceInsightsEnabled is not known before the deployment");
    }

    private static InstanceArgs.Builder server() {
        return InstanceArgs.builder().instanceClass("db.t4g.medium");
    }

    private static TestResource server(InstanceArgs.Builder args) {
        return TestResource.of(Instance.class, "db", args.build());
    }
}
