package dev.plinth.infra;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.infra.Cloud.Declared;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The data stores of each environment as they are declared. */
final class DataPlanTest {
    static final List<String> STACKS = StackFiles.STACKS;

    private static final String INSTANCE = "aws:rds/instance:Instance";
    private static final String REDIS = "aws:elasticache/replicationGroup:ReplicationGroup";

    @ParameterizedTest
    @FieldSource("STACKS")
    void everyDataStoreIsEncryptedWithAKeyOfItsOwn(String stack) {
        var plan = Plan.of(stack);

        assertThat(plan.all(INSTANCE))
                .isNotEmpty()
                .allSatisfy(instance ->
                        assertThat(instance.input("storageEncrypted")).isEqualTo(true));
        assertThat(plan.one(INSTANCE, "database-primary").input("kmsKeyId"))
                .asString()
                .endsWith("keys-database-id");
        var redis = plan.one(REDIS, "cache");
        assertThat(redis.input("atRestEncryptionEnabled")).isEqualTo(true);
        assertThat(redis.input("transitEncryptionEnabled")).isEqualTo(true);
        assertThat(redis.input("authToken")).isEqualTo("drawn");
        assertThat(redis.input("kmsKeyId")).asString().endsWith("keys-cache-id");
        assertThat(plan.all("aws:secretsmanager/secret:Secret"))
                .isNotEmpty()
                .allSatisfy(secret ->
                        assertThat(secret.input("kmsKeyId")).asString().endsWith("keys-secrets-id"));
    }

    @ParameterizedTest
    @FieldSource("STACKS")
    void theDatabaseIsClosedAndKeepsItsData(String stack) {
        var plan = Plan.of(stack);
        var primary = plan.one(INSTANCE, "database-primary");

        assertThat(plan.all(INSTANCE)).allSatisfy(instance -> {
            assertThat(instance.input("publiclyAccessible")).isEqualTo(false);
            assertThat(instance.input("iamDatabaseAuthenticationEnabled")).isEqualTo(true);
            assertThat(instance.input("copyTagsToSnapshot")).isEqualTo(true);
        });
        assertThat(primary.input("username")).isEqualTo("mdl_admin");
        assertThat(primary.input("password")).isEqualTo("drawn");
        assertThat(primary.input("skipFinalSnapshot")).isEqualTo(false);
        assertThat(primary.input("finalSnapshotIdentifier"))
                .asString()
                .startsWith("plinth-" + stack + "-database-final-");
        assertThat(plan.one("aws:rds/parameterGroup:ParameterGroup", "database").at("parameters"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .contains(Map.of("name", "rds.force_ssl", "value", "1", "applyMethod", "pending-reboot"));
    }

    @Test
    void replicasStandInDifferentZonesAndLeaveTheLastSnapshotToTheirSource() {
        var replicas = Plan.of("production").all(INSTANCE).stream()
                .filter(instance -> instance.has("replicateSourceDb"))
                .toList();

        assertThat(replicas)
                .extracting(replica -> replica.input("availabilityZone"))
                .containsExactlyInAnyOrder("eu-central-1a", "eu-central-1b");
        assertThat(replicas).allSatisfy(replica -> {
            assertThat(replica.input("replicateSourceDb")).isEqualTo("plinth-production-database-primary");
            assertThat(replica.input("skipFinalSnapshot")).isEqualTo(true);
            assertThat(replica.has("password")).isFalse();
        });
    }

    @Test
    void aDatabaseWithoutReplicasStandsByItself() {
        var plan = Plan.of("local", "plinth:database: {replicas: 0}");

        assertThat(plan.all(INSTANCE)).extracting(Declared::name).containsExactly("database-primary");
        assertThat(plan.outputs()).containsEntry("databaseReplicaEndpoints", List.of());
    }

    @Test
    void redisFailsOverWhenThereIsANodeToFailOverTo() {
        assertThat(Plan.of("local").one(REDIS, "cache").input("automaticFailoverEnabled"))
                .isEqualTo(true);
        assertThat(Plan.of("local").one(REDIS, "cache").input("multiAzEnabled")).isEqualTo(true);

        var alone = Plan.of("local", """
                plinth:cache: {nodes: 1}
                plinth:accept: {cache.nodes: Nobody keeps a session here.}
                """).one(REDIS, "cache");

        assertThat(alone.input("automaticFailoverEnabled")).isEqualTo(false);
        assertThat(alone.input("multiAzEnabled")).isEqualTo(false);
    }
}
