package dev.plinth.policies.security.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.rds.Instance;
import com.pulumi.aws.rds.ParameterGroup;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import java.util.List;
import java.util.Map;
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
        assertThat(rule.violations(instance("postgres").with("engineVersion", "15.3")))
                .isEmpty();
        assertThat(rule.violations(instance("postgres"))).isEmpty();
        assertThat(rule.violations(instance("postgres").with("engineVersion", "14.9")))
                .containsExactly("db lets clients in without TLS, as the default parameters before version 15 do");
    }

    @Test
    void leavesAnInstanceToItsGroup() {
        var instance = instance("postgres").with("engineVersion", "14.9");

        assertThat(rule.violations(instance.with("parameterGroupName", "own"))).isEmpty();
        assertThat(rule.violations(instance.unknown("parameterGroupName"))).isEmpty();
    }

    @Test
    void leavesOtherEnginesAlone() {
        assertThat(rule.violations(group("mysql8.0"), instance("mysql").with("engineVersion", "8.0")))
                .isEmpty();
    }

    @Test
    void waitsForAnUnknownValue() {
        assertThat(rule.undecided(group("postgres18").unknown("parameters")))
                .containsExactly("group: parameters is not known before the deployment");
        assertThat(rule.undecided(instance("postgres").unknown("engineVersion")))
                .containsExactly("db: engineVersion is not known before the deployment");
    }

    private static TestResource group(String family, String forceSsl) {
        return group(family)
                .with(
                        "parameters",
                        List.of(
                                Map.of("name", "log_statement", "value", "ddl"),
                                Map.of("name", "rds.force_ssl", "value", forceSsl)));
    }

    private static TestResource group(String family) {
        return TestResource.of(ParameterGroup.class, "group").with("family", family);
    }

    private static TestResource instance(String engine) {
        return TestResource.of(Instance.class, "db").with("engine", engine);
    }
}
