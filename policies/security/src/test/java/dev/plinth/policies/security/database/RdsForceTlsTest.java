package dev.plinth.policies.security.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.rds.Instance;
import com.pulumi.aws.rds.InstanceArgs;
import com.pulumi.aws.rds.ParameterGroup;
import com.pulumi.aws.rds.ParameterGroupArgs;
import com.pulumi.aws.rds.inputs.ParameterGroupParameterArgs;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import org.junit.jupiter.api.Test;

final class RdsForceTlsTest {
    private final PolicyTest rule = PolicyTest.of(new RdsForceTls());

    @Test
    void acceptsAGroupThatForcesTls() {
        assertThat(rule.violations(group("postgres14", "1"), group("postgres18", "1")))
                .isEmpty();
    }

    @Test
    void rejectsAGroupThatDoesNot() {
        assertThat(rule.violations(group("postgres18", "0")))
                .containsExactly("group lets clients in without TLS, as rds.force_ssl is not 1");
    }

    @Test
    void knowsFromWhichVersionOnTheDefaultForcesTls() {
        assertThat(rule.violations(group("postgres15"))).isEmpty();
        assertThat(rule.violations(group("postgres14"))).hasSize(1);
        assertThat(rule.violations(group("postgres9.6"))).hasSize(1);
    }

    @Test
    void looksAtTheVersionOfAnInstanceWithoutAGroup() {
        assertThat(rule.violations(instance(engine("postgres").engineVersion("15.3")), instance(engine("postgres"))))
                .isEmpty();
        assertThat(rule.violations(instance(engine("postgres").engineVersion("14.9"))))
                .containsExactly("db lets clients in without TLS, as the default parameters before version 15 do");
    }

    @Test
    void leavesAnInstanceToItsGroup() {
        InstanceArgs.Builder old = engine("postgres").engineVersion("14.9");

        assertThat(rule.notApplicable(
                        instance(old).unknown("parameterGroupName"), instance(old.parameterGroupName("own"))))
                .hasSize(2)
                .allMatch("judges the database's own parameter group instead"::equals);
    }

    @Test
    void leavesOtherEnginesAlone() {
        assertThat(rule.notApplicable(
                        group("mysql8.0"),
                        group("aurora-postgresql14"),
                        instance(engine("mysql").engineVersion("8.0"))))
                .hasSize(3)
                .allMatch("is about PostgreSQL only"::equals);
    }

    @Test
    void waitsForAnUnknownValue() {
        assertThat(rule.undecided(group("postgres18").unknown("parameters")))
                .containsExactly("group: parameters is not known before the deployment");
        assertThat(rule.undecided(instance(engine("postgres")).unknown("engineVersion")))
                .containsExactly("db: engineVersion is not known before the deployment");
    }

    private static TestResource group(String family, String forceSsl) {
        return group(ParameterGroupArgs.builder()
                .family(family)
                .parameters(parameter("log_statement", "ddl"), parameter("rds.force_ssl", forceSsl)));
    }

    private static TestResource group(String family) {
        return group(ParameterGroupArgs.builder().family(family));
    }

    private static TestResource group(ParameterGroupArgs.Builder args) {
        return TestResource.of(ParameterGroup.class, "group", args.build());
    }

    private static ParameterGroupParameterArgs parameter(String name, String value) {
        return ParameterGroupParameterArgs.builder().name(name).value(value).build();
    }

    private static InstanceArgs.Builder engine(String engine) {
        return InstanceArgs.builder().instanceClass("db.t4g.medium").engine(engine);
    }

    private static TestResource instance(InstanceArgs.Builder args) {
        return TestResource.of(Instance.class, "db", args.build());
    }
}
