package dev.plinth.infra.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.infra.Cloud.Declared;
import dev.plinth.infra.Plan;
import dev.plinth.infra.StackFiles;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/** Redis as it is declared. */
final class CachePlanTest {
    static final List<String> STACKS = StackFiles.STACKS;

    private static final String REDIS = "aws:elasticache/replicationGroup:ReplicationGroup";

    @ParameterizedTest
    @FieldSource("STACKS")
    void nobodyComesInWithoutTlsAndTheToken(String stack) {
        var redis = Plan.of(stack).one(REDIS, "cache");

        assertThat(redis.inputs())
                .containsEntry("transitEncryptionEnabled", true)
                .containsEntry("transitEncryptionMode", "required")
                .containsEntry("authToken", "drawn")
                .containsEntry("authTokenUpdateStrategy", "ROTATE")
                .containsEntry("atRestEncryptionEnabled", true);
    }

    @Test
    void productionHasThreeNodesThatTakeOverFromEachOther() {
        assertThat(Plan.of("production").one(REDIS, "cache").inputs())
                .containsEntry("numCacheClusters", 3.0)
                .containsEntry("automaticFailoverEnabled", true)
                .containsEntry("multiAzEnabled", true)
                .containsEntry("snapshotRetentionLimit", 14.0);
    }

    @Test
    void theSecretHoldsTokenAndAddress() {
        assertThat(Plan.of("production")
                        .one("aws:secretsmanager/secretVersion:SecretVersion", "cache-auth")
                        .input("secretString"))
                .isEqualTo("{\"endpoint\":\"cache.redis:6379\",\"engine\":\"redis\",\"password\":\"drawn\","
                        + "\"url\":\"rediss://cache.redis:6379\"}");
    }

    @ParameterizedTest
    @CsvSource({"cache, allkeys-lru", "sessions, noeviction", "mixed, volatile-lru"})
    void theUseDecidesWhatGoesWhenMemoryIsFull(String use, String policy) {
        var plan = Plan.of("production", "plinth:cache: {use: %s}".formatted(use));

        assertThat(parameters(plan)).containsEntry("maxmemory-policy", policy);
    }

    @Test
    void smallNodesKeepMoreMemoryFreeThanTheDefault() {
        assertThat(parameters(Plan.of("local"))).containsEntry("reserved-memory-percent", "50");
        assertThat(parameters(Plan.of("staging"))).containsEntry("reserved-memory-percent", "30");
        assertThat(parameters(Plan.of("production"))).doesNotContainKey("reserved-memory-percent");
    }

    @Test
    void slowCommandsAndEventsAreLoggedIntoGroupsOfOurOwn() {
        var plan = Plan.of("production");

        for (var type : List.of("slow-log", "engine-log")) {
            var path = "/aws/vendedlogs/elasticache/plinth-production-cache/" + type;
            assertThat(plan.one("aws:cloudwatch/logGroup:LogGroup", "cache-" + type)
                            .input("name"))
                    .isEqualTo(path);
            assertThat(plan.one(REDIS, "cache").at("logDeliveryConfigurations"))
                    .asInstanceOf(InstanceOfAssertFactories.LIST)
                    .contains(Map.of(
                            "logType",
                            type,
                            "logFormat",
                            "json",
                            "destinationType",
                            "cloudwatch-logs",
                            "destination",
                            path));
        }
    }

    @Test
    void everyNodeIsWatched() {
        assertThat(alarms(Plan.of("production")))
                .filteredOn(alarm -> alarm.name().endsWith("-memory"))
                .extracting(alarm -> alarm.at("dimensions", "CacheClusterId"))
                .containsExactlyInAnyOrder(
                        "plinth-production-cache-001", "plinth-production-cache-002", "plinth-production-cache-003");
    }

    @Test
    void aCacheThatMayForgetIsFullWithoutAnAlarm() {
        assertThat(alarms(Plan.of("production", "plinth:cache: {use: cache}")))
                .isNotEmpty()
                .extracting(Declared::name)
                .noneMatch(name -> name.endsWith("-memory") || name.endsWith("-evictions"));
    }

    private static List<Declared> alarms(Plan plan) {
        return plan.all("aws:cloudwatch/metricAlarm:MetricAlarm").stream()
                .filter(alarm -> alarm.name().startsWith("cache-"))
                .toList();
    }

    private static Map<String, String> parameters(Plan plan) {
        var group = plan.one("aws:elasticache/parameterGroup:ParameterGroup", "cache");
        var parameters = new HashMap<String, String>();
        ((List<?>) group.at("parameters")).forEach(parameter -> {
            var fields = (Map<?, ?>) parameter;
            parameters.put(String.valueOf(fields.get("name")), String.valueOf(fields.get("value")));
        });
        return parameters;
    }
}
