package dev.plinth.policies.backup.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.route53.Record;
import com.pulumi.aws.route53.RecordArgs;
import com.pulumi.aws.route53.enums.RecordType;
import com.pulumi.aws.route53.inputs.RecordAliasArgs;
import com.pulumi.aws.route53.inputs.RecordFailoverRoutingPolicyArgs;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import org.junit.jupiter.api.Test;

final class Route53FailoverCheckedTest {
    private final PolicyTest rule = PolicyTest.of(new Route53FailoverChecked());

    @Test
    void acceptsAPrimaryThatIsChecked() {
        assertThat(rule.violations(
                        named(failover("PRIMARY").healthCheckId("check-1")),
                        named(failover("PRIMARY").aliases(alias(true)))))
                .isEmpty();
    }

    @Test
    void rejectsAPrimaryThatNobodyChecks() {
        assertThat(rule.violations(
                        named(failover("PRIMARY")), named(failover("PRIMARY").aliases(alias(false)))))
                .hasSize(2)
                .allMatch("name never gives way to its secondary, as nothing checks its health"::equals);
    }

    @Test
    void leavesOtherRecordsAlone() {
        assertThat(rule.notApplicable(named(failover("SECONDARY")), named(plain())))
                .containsExactly(
                        "is about the primary records of failover pairs",
                        "is about the primary records of failover pairs");
    }

    @Test
    void doesNotWaitForWhichCheck() {
        assertThat(rule.undecided(named(failover("PRIMARY")).unknown("healthCheckId")))
                .isEmpty();
    }

    @Test
    void waitsForAnUnknownAlias() {
        assertThat(rule.undecided(named(failover("PRIMARY")).unknown("aliases")))
                .containsExactly("name: aliases is not known before the deployment");
    }

    private static RecordArgs.Builder plain() {
        return RecordArgs.builder().zoneId("Z1").name("api.example.com").type(RecordType.A);
    }

    private static RecordArgs.Builder failover(String role) {
        return plain().setIdentifier(role)
                .failoverRoutingPolicies(
                        RecordFailoverRoutingPolicyArgs.builder().type(role).build());
    }

    private static RecordAliasArgs alias(boolean evaluated) {
        return RecordAliasArgs.builder()
                .name("lb.example.com")
                .zoneId("Z2")
                .evaluateTargetHealth(evaluated)
                .build();
    }

    private static TestResource named(RecordArgs.Builder args) {
        return TestResource.of(Record.class, "name", args.build());
    }
}
