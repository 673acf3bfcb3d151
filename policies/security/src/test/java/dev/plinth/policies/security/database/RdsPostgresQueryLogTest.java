package dev.plinth.policies.security.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.rds.ClusterParameterGroup;
import com.pulumi.aws.rds.ClusterParameterGroupArgs;
import com.pulumi.aws.rds.ParameterGroup;
import com.pulumi.aws.rds.ParameterGroupArgs;
import com.pulumi.aws.rds.inputs.ParameterGroupParameterArgs;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import org.junit.jupiter.api.Test;

final class RdsPostgresQueryLogTest {
    private static final ParameterGroupParameterArgs SLOW = parameter("log_min_duration_statement", "1000");

    private final PolicyTest rule = PolicyTest.of(new RdsPostgresQueryLog());

    @Test
    void acceptsPostgresOwnLog() {
        assertThat(rule.violations(group(SLOW, parameter("log_statement", "ddl"))))
                .isEmpty();
    }

    @Test
    void acceptsPgAuditInItsPlace() {
        assertThat(rule.violations(group(
                        SLOW,
                        parameter("shared_preload_libraries", "pg_stat_statements, pgaudit"),
                        parameter("pgaudit.log", "ddl,role"))))
                .isEmpty();
    }

    @Test
    void rejectsPgAuditThatIsNotLoadedOrLogsNothing() {
        assertThat(rule.violations(
                        group(SLOW, parameter("pgaudit.log", "ddl")),
                        group(SLOW, parameter("shared_preload_libraries", "pgaudit"))))
                .hasSize(2)
                .allMatch("group logs no changes, as neither log_statement nor pgAudit is on"::equals);
    }

    @Test
    void rejectsAGroupThatDoesNotLogSlowStatements() {
        assertThat(rule.violations(
                        group(parameter("log_statement", "all")),
                        group(parameter("log_statement", "mod"), parameter("log_min_duration_statement", "-1"))))
                .hasSize(2)
                .allMatch("group logs no slow statements, as log_min_duration_statement is off"::equals);
    }

    @Test
    void saysInOneFindingAllThatIsMissing() {
        assertThat(rule.violations(group()))
                .containsExactly("group logs no changes, as neither log_statement nor pgAudit is on, and no slow"
                        + " statements, as log_min_duration_statement is off");
    }

    @Test
    void judgesTheGroupOfACluster() {
        assertThat(rule.violations(cluster("aurora-postgresql16"))).hasSize(1);
    }

    @Test
    void leavesOtherEnginesAlone() {
        assertThat(rule.notApplicable(cluster("aurora-mysql8.0"))).containsExactly("is about PostgreSQL only");
    }

    @Test
    void leavesAnInstanceOfAuroraToItsClustersGroup() {
        var args = ParameterGroupArgs.builder().family("aurora-postgresql16").build();

        assertThat(rule.notApplicable(TestResource.of(ParameterGroup.class, "group", args)))
                .containsExactly("is about PostgreSQL only");
    }

    @Test
    void waitsForAnUnknownValue() {
        assertThat(rule.undecided(group().unknown("parameters")))
                .containsExactly("group: parameters is not known before the deployment");
    }

    private static TestResource group(ParameterGroupParameterArgs... parameters) {
        var args = ParameterGroupArgs.builder().family("postgres18").parameters(parameters);
        return TestResource.of(ParameterGroup.class, "group", args.build());
    }

    private static TestResource cluster(String family) {
        var args = ClusterParameterGroupArgs.builder().family(family).build();
        return TestResource.of(ClusterParameterGroup.class, "group", args);
    }

    private static ParameterGroupParameterArgs parameter(String name, String value) {
        return ParameterGroupParameterArgs.builder().name(name).value(value).build();
    }
}
