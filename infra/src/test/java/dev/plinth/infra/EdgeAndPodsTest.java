package dev.plinth.infra;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.infra.Cloud.Declared;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/** What the pods behind the edge are told and allowed. */
final class EdgeAndPodsTest {
    static final List<String> STACKS = StackFiles.STACKS;

    private static final String DEPLOYMENT = "kubernetes:apps/v1:Deployment";

    @ParameterizedTest
    @FieldSource("STACKS")
    void podsHaveNoRightsTheyDoNotNeed(String stack) {
        assertThat(Plan.of(stack).all(DEPLOYMENT)).hasSize(2).allSatisfy(deployment -> {
            assertThat(pod(deployment, "securityContext", "runAsNonRoot")).isEqualTo(true);
            assertThat(pod(deployment, "automountServiceAccountToken")).isEqualTo(false);
            assertThat(container(deployment, "securityContext", "readOnlyRootFilesystem"))
                    .isEqualTo(true);
            assertThat(container(deployment, "securityContext", "allowPrivilegeEscalation"))
                    .isEqualTo(false);
            assertThat(container(deployment, "securityContext", "capabilities", "drop"))
                    .isEqualTo(List.of("ALL"));
        });
    }

    @ParameterizedTest
    @FieldSource("STACKS")
    void theAppGetsAllItsVariables(String stack) {
        var variables = variables(Plan.of(stack).one(DEPLOYMENT, "api-green"));

        assertThat(variables)
                .containsOnlyKeys(
                        "MDL_HTTP_HOST",
                        "MDL_HTTP_PORT",
                        "MDL_ADMIN_PORT",
                        "MDL_DATABASE_URL",
                        "MDL_DATABASE_USER",
                        "MDL_DATABASE_PASSWORD",
                        "MDL_REDIS_URL",
                        "MDL_REDIS_PASSWORD",
                        "MDL_COLOUR")
                .containsEntry(
                        "MDL_DATABASE_URL",
                        Map.of(
                                "name",
                                "MDL_DATABASE_URL",
                                "value",
                                "jdbc:postgresql://database-primary.rds:5432/mdl?sslmode=verify-full"
                                        + "&sslfactory=org.postgresql.ssl.DefaultJavaSSLFactory"))
                .containsEntry("MDL_REDIS_URL", Map.of("name", "MDL_REDIS_URL", "value", "rediss://cache.redis:6379"))
                .containsEntry("MDL_COLOUR", Map.of("name", "MDL_COLOUR", "value", "green"));
    }

    @ParameterizedTest
    @CsvSource({"MDL_DATABASE_PASSWORD, database-password", "MDL_REDIS_PASSWORD, redis-password"})
    void passwordsComeByReference(String variable, String key) {
        var plan = Plan.of("production");
        var secret = plan.one("kubernetes:core/v1:Secret", "api");

        assertThat(variables(plan.one(DEPLOYMENT, "api-blue")).get(variable))
                .isEqualTo(Map.of(
                        "name",
                        variable,
                        "valueFrom",
                        Map.of("secretKeyRef", Map.of("name", secret.at("metadata", "name"), "key", key))));
        assertThat(secret.at("stringData", key)).isEqualTo("drawn");
    }

    private static Map<String, Object> variables(Declared deployment) {
        return ((List<?>) container(deployment, "env"))
                .stream()
                        .map(Map.class::cast)
                        .collect(Collectors.toMap(
                                variable -> String.valueOf(variable.get("name")), variable -> variable));
    }

    private static Object pod(Declared deployment, Object... path) {
        return deployment.at(Stream.concat(Stream.of("spec", "template", "spec"), Stream.of(path))
                .toArray());
    }

    private static Object container(Declared deployment, Object... path) {
        return pod(
                deployment,
                Stream.concat(Stream.of("containers", 0), Stream.of(path)).toArray());
    }
}
