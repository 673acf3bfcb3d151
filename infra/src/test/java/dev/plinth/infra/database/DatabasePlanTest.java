package dev.plinth.infra.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.infra.Cloud.Declared;
import dev.plinth.infra.Plan;
import dev.plinth.infra.StackFiles;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/** The database as it is declared. */
final class DatabasePlanTest {
    static final List<String> STACKS = StackFiles.STACKS;

    private static final String INSTANCE = "aws:rds/instance:Instance";
    private static final String VERSION = "aws:secretsmanager/secretVersion:SecretVersion";

    @ParameterizedTest
    @FieldSource("STACKS")
    void everyServerIsWatchedFromInside(String stack) {
        assertThat(Plan.of(stack).all(INSTANCE))
                .isNotEmpty()
                .allSatisfy(server -> assertThat(server.inputs())
                        .containsEntry("monitoringInterval", 60.0)
                        .containsEntry("monitoringRoleArn", "arn:aws:iam::111122223333:role/database-monitoring")
                        .containsEntry("performanceInsightsEnabled", true)
                        .containsEntry("databaseInsightsMode", "standard")
                        .containsEntry("performanceInsightsRetentionPeriod", 7.0)
                        .hasEntrySatisfying(
                                "performanceInsightsKmsKeyId",
                                key -> assertThat(key).asString().endsWith("keys-database-id")));
    }

    @Test
    void everyServerLogsIntoGroupsOfOurOwn() {
        var plan = Plan.of("production");

        assertThat(plan.all(INSTANCE)).hasSize(3).allSatisfy(server -> {
            assertThat(server.input("enabledCloudwatchLogsExports")).isEqualTo(List.of("postgresql", "upgrade"));
            for (var log : List.of("postgresql", "upgrade")) {
                assertThat(plan.one("aws:cloudwatch/logGroup:LogGroup", server.name() + "-" + log)
                                .input("name"))
                        .isEqualTo("/aws/rds/instance/%s/%s".formatted(server.input("identifier"), log));
            }
        });
    }

    @ParameterizedTest
    @FieldSource("STACKS")
    void nothingAboutAServerIsLeftToWhatAwsHappensToTake(String stack) {
        assertThat(Plan.of(stack).one(INSTANCE, "database-primary").inputs())
                .containsEntry("caCertIdentifier", "rds-ca-rsa2048-g1")
                .containsEntry("engineLifecycleSupport", "open-source-rds-extended-support-disabled")
                .containsEntry("storageType", "gp3")
                .containsEntry("autoMinorVersionUpgrade", true)
                .containsEntry("applyImmediately", false)
                .containsEntry("deleteAutomatedBackups", false);
    }

    @ParameterizedTest
    @CsvSource({
        "rds.force_ssl, 1, pending-reboot",
        "'shared_preload_libraries', 'pg_stat_statements,pgaudit', pending-reboot",
        "rds.accepted_password_auth_method, scram, immediate",
        "password_encryption, scram-sha-256, immediate",
        "'pgaudit.log', 'ddl,role', immediate",
        "log_connections, 1, immediate",
        "log_disconnections, 1, immediate",
        "log_lock_waits, 1, immediate",
        "log_min_duration_statement, 1000, immediate",
        "idle_in_transaction_session_timeout, 60000, immediate"
    })
    void theServersAreSetUpFor(String name, String value, String applyMethod) {
        assertThat(parameters())
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .contains(Map.of("name", name, "value", value, "applyMethod", applyMethod));
    }

    @Test
    void noStatementIsLoggedWithThePasswordInIt() {
        assertThat(parameters())
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .noneMatch(parameter -> "log_statement".equals(((Map<?, ?>) parameter).get("name")));
    }

    @Test
    void theOwnersSecretHoldsThePasswordOfTheServersState() {
        assertThat(Plan.of("production").one(VERSION, "database-owner").input("secretString"))
                .isEqualTo("{\"dbname\":\"mdl\",\"engine\":\"postgres\",\"host\":\"database-primary.rds\","
                        + "\"password\":\"drawn\",\"port\":\"5432\",\"username\":\"mdl_admin\"}");
    }

    @Test
    void theAppHasARoleAndASecretOfItsOwn() {
        assertThat(Plan.of("production").one(VERSION, "database-app").input("secretString"))
                .asString()
                .contains("\"username\":\"mdl_app\"", "\"password\":\"drawn\"");
    }

    @Test
    void theProxyTakesBothRolesOverTlsAndLeadsToThePrimary() {
        var plan = Plan.of("production");
        var proxy = plan.one("aws:rds/proxy:Proxy", "database-proxy");

        assertThat(proxy.input("requireTls")).isEqualTo(true);
        assertThat(proxy.at("auths"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .extracting(auth -> String.valueOf(((Map<?, ?>) auth).get("secretArn")))
                .containsExactly("arn:database-owner-id", "arn:database-app-id");
        assertThat(plan.one("aws:rds/proxyTarget:ProxyTarget", "database-proxy").input("dbInstanceIdentifier"))
                .isEqualTo("plinth-production-database-primary");
    }

    @Test
    void theProxyMayReadTheTwoLoginsAndNothingElse() {
        var policy = Plan.of("production").one("aws:iam/rolePolicy:RolePolicy", "database-proxy");

        assertThat(policy.input("policy"))
                .asString()
                .contains("\"Resource\":[\"arn:database-owner-id\",\"arn:database-app-id\"]")
                .contains("\"kms:ViaService\":[\"secretsmanager.eu-central-1.amazonaws.com\"]")
                .doesNotContain("\"*\"");
    }

    @Test
    void thePasswordOfTheOwnerIsRotatedButNotAtOnce() {
        var plan = Plan.of("production");
        var rotation = plan.one("aws:secretsmanager/secretRotation:SecretRotation", "database-rotation-owner");

        assertThat(rotation.inputs())
                .containsEntry("secretId", "arn:database-owner-id")
                .containsEntry("rotateImmediately", false)
                .containsEntry(
                        "rotationLambdaArn",
                        "arn:aws:lambda:eu-central-1:222222222222:function:plinth-production-database-rotation");
        assertThat(rotation.at("rotationRules", "automaticallyAfterDays")).isEqualTo(30.0);
        var function =
                plan.one("aws:serverlessrepository/cloudFormationStack:CloudFormationStack", "database-rotation");
        assertThat(function.at("parameters", "functionName")).isEqualTo("plinth-production-database-rotation");
        assertThat(function.at("parameters", "vpcSubnetIds")).asString().contains(",");
    }

    @Test
    void aRotationThatFailsIsHeardOf() {
        assertThat(alarm("production", "rotation-failures").at("dimensions", "FunctionName"))
                .isEqualTo("plinth-production-database-rotation");
    }

    @Test
    void everySecondCanBeRestoredInTheRecoveryRegionToo() {
        var copies = Plan.of("production")
                .one(
                        "aws:rds/instanceAutomatedBackupsReplication:InstanceAutomatedBackupsReplication",
                        "database-recovery");

        assertThat(copies.input("retentionPeriod")).isEqualTo(35.0);
        assertThat(copies.input("kmsKeyId")).asString().endsWith("keys-database-recovery-id");
    }

    @Test
    void withoutBackupsThereIsNothingToCopy() {
        assertThat(Plan.of("local", "plinth:database: {backupDays: 0}")
                        .all("aws:rds/instanceAutomatedBackupsReplication:InstanceAutomatedBackupsReplication"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "servers, db-instance",
        "parameters, db-parameter-group",
        "security, db-security-group",
        "proxy, db-proxy"
    })
    void peopleHearWhatHappensTo(String name, String type) {
        var subscription =
                Plan.of("production").one("aws:rds/eventSubscription:EventSubscription", "database-events-" + name);

        assertThat(subscription.inputs()).containsEntry("sourceType", type).containsEntry("snsTopic", "arn:notices-id");
        assertThat(subscription.input("eventCategories"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .contains("configuration change");
    }

    @Test
    void limitsFollowTheSizeOfTheServer() {
        assertThat(alarm("local", "primary-memory").input("threshold")).isEqualTo(64.0 * 1024 * 1024);
        assertThat(alarm("production", "primary-memory").input("threshold")).isEqualTo(0.05 * 8 * InstanceMemory.GIB);
        assertThat(alarm("production", "primary-connections").input("threshold"))
                .isEqualTo(675.0);
        assertThat(alarm("production", "primary-storage").input("threshold")).isEqualTo(10.0 * InstanceMemory.GIB);
    }

    @Test
    void onlyServersThatSaveUpProcessorTimeRunOutOfIt() {
        assertThat(alarm("staging", "primary-credits").input("metricName")).isEqualTo("CPUCreditBalance");
        assertThat(Plan.of("production").all("aws:cloudwatch/metricAlarm:MetricAlarm"))
                .extracting(Declared::name)
                .noneMatch(name -> name.startsWith("database-") && name.endsWith("-credits"));
    }

    @Test
    void everyReplicaIsWatchedForBeingBehind() {
        assertThat(alarm("production", "replica-2-lag").at("dimensions", "DBInstanceIdentifier"))
                .isEqualTo("plinth-production-database-replica-2");
    }

    private static Declared alarm(String stack, String name) {
        return Plan.of(stack).one("aws:cloudwatch/metricAlarm:MetricAlarm", "database-" + name);
    }

    private static Object parameters() {
        return Plan.of("production")
                .one("aws:rds/parameterGroup:ParameterGroup", "database")
                .at("parameters");
    }
}
