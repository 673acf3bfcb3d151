package dev.plinth.infra.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.infra.Cloud.Declared;
import dev.plinth.infra.Plan;
import dev.plinth.infra.StackFiles;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/** What the pods of the API are told, and what they are allowed. */
final class PodPlanTest {
    static final List<String> STACKS = StackFiles.STACKS;

    private static final String DEPLOYMENT = "kubernetes:apps/v1:Deployment";

    @ParameterizedTest
    @FieldSource("STACKS")
    void podsHaveNoRightsTheyDoNotNeed(String stack) {
        assertThat(Plan.of(stack).all(DEPLOYMENT)).hasSize(2).allSatisfy(PodAssertions::hasNoRightsItDoesNotNeed);
    }

    @ParameterizedTest
    @FieldSource("STACKS")
    void theAppGetsAllItsVariables(String stack) {
        var variables = PodAssertions.variables(Plan.of(stack).one(DEPLOYMENT, "api-green"));

        assertThat(variables)
                .containsOnlyKeys(
                        "MDL_HTTP_HOST",
                        "MDL_HTTP_PORT",
                        "MDL_ADMIN_PORT",
                        "MDL_DATABASE_URL",
                        "MDL_DATABASE_USER",
                        "MDL_DATABASE_PASSWORD",
                        "MDL_DATABASE_MIGRATE",
                        "MDL_REDIS_URL",
                        "MDL_REDIS_PASSWORD",
                        "MDL_KEYS",
                        "MDL_BOOTSTRAP_TOKEN",
                        "MDL_COLOUR",
                        "MDL_DRAIN_NOTICE_SECONDS",
                        "MDL_DRAIN_FINISH_SECONDS")
                .containsEntry("MDL_DATABASE_USER", "mdl_app")
                .containsEntry("MDL_DATABASE_MIGRATE", "false")
                .containsEntry("MDL_REDIS_URL", "rediss://cache.redis:6379")
                .containsEntry("MDL_COLOUR", "green");
    }

    @Test
    void theAppComesToTheDatabaseThroughItsProxy() {
        var variables = PodAssertions.variables(Plan.of("production").one(DEPLOYMENT, "api-blue"));

        assertThat(variables)
                .containsEntry(
                        "MDL_DATABASE_URL",
                        "jdbc:postgresql://database-proxy.rds:5432/mdl?sslmode=verify-full"
                                + "&sslfactory=org.postgresql.ssl.DefaultJavaSSLFactory&assumeMinServerVersion=16");
    }

    @ParameterizedTest
    @CsvSource({
        "MDL_DATABASE_PASSWORD, database-password",
        "MDL_REDIS_PASSWORD, redis-password",
        "MDL_KEYS, master-secret",
        "MDL_BOOTSTRAP_TOKEN, bootstrap-token"
    })
    void secretsComeByReference(String variable, String key) {
        var variables = PodAssertions.variables(Plan.of("production").one(DEPLOYMENT, "api-blue"));

        assertThat(variables)
                .containsEntry(variable, Map.of("secretKeyRef", Map.of("name", "api-credentials", "key", key)));
    }

    @ParameterizedTest
    @FieldSource("STACKS")
    void theHookAndTheAppTogetherFitTheGracePeriod(String stack) {
        assertThat(Plan.of(stack).all(DEPLOYMENT)).allSatisfy(deployment -> {
            var grace = (Double) deployment.at("spec", "template", "spec", "terminationGracePeriodSeconds");
            assertThat(grace)
                    .isGreaterThan(preStop(deployment)
                            + number(deployment, "MDL_DRAIN_NOTICE_SECONDS")
                            + number(deployment, "MDL_DRAIN_FINISH_SECONDS"));
        });
    }

    @ParameterizedTest
    @FieldSource("STACKS")
    void theHookOutlastsTheLoadBalancersDeregistration(String stack) {
        var plan = Plan.of(stack);
        var deregistration =
                (Double) plan.one("aws:lb/targetGroup:TargetGroup", "edge-blue").input("deregistrationDelay");

        assertThat(preStop(plan.one(DEPLOYMENT, "api-blue"))).isGreaterThan(deregistration.intValue());
    }

    @Test
    void podsSpreadOverZonesAndNodesAndOutrankWhatDoesNotServe() {
        var deployment = Plan.of("production").one(DEPLOYMENT, "api-blue");

        assertThat(PodAssertions.pod(deployment, "topologySpreadConstraints", 0, "topologyKey"))
                .isEqualTo("topology.kubernetes.io/zone");
        assertThat(PodAssertions.pod(deployment, "topologySpreadConstraints", 1, "topologyKey"))
                .isEqualTo("kubernetes.io/hostname");
        assertThat(PodAssertions.pod(deployment, "priorityClassName")).isNotEqualTo("");
    }

    private static int preStop(Declared deployment) {
        return Integer.parseInt(
                String.valueOf(PodAssertions.container(deployment, "lifecycle", "preStop", "exec", "command", 1)));
    }

    private static int number(Declared deployment, String variable) {
        return Integer.parseInt(
                String.valueOf(PodAssertions.variables(deployment).get(variable)));
    }
}
