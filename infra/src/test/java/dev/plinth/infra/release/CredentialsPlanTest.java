package dev.plinth.infra.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.infra.Plan;
import dev.plinth.infra.StackFiles;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** How passwords come to pods. */
final class CredentialsPlanTest {
    static final List<String> STACKS = StackFiles.STACKS;

    private static final String EXTERNAL_SECRET = "kubernetes:external-secrets.io/v1:ExternalSecret";

    @ParameterizedTest
    @FieldSource("STACKS")
    void noSecretIsAnInputOfAKubernetesObject(String stack) {
        assertThat(Plan.of(stack).all("kubernetes:core/v1:Secret")).isEmpty();
        assertThat(Plan.of(stack).resources())
                .filteredOn(resource -> resource.type().startsWith("kubernetes:"))
                .hasSizeGreaterThan(20)
                .noneSatisfy(
                        resource -> assertThat(resource.inputs().toString()).contains("drawn"));
    }

    @Test
    void theApiGetsItsRolesPasswordTheCachesAndItsOwnSecrets() {
        assertThat(data("api"))
                .isEqualTo(List.of(
                        entry("bootstrap-token", "arn:api-secrets-bootstrap-id"),
                        entry("database-password", "arn:database-app-id"),
                        entry("master-secret", "arn:api-secrets-master-id"),
                        entry("redis-password", "arn:cache-auth-id")));
    }

    @Test
    void aMigrationGetsTheOwnersPasswordToo() {
        assertThat(data("api-migration"))
                .isEqualTo(List.of(
                        entry("database-password", "arn:database-app-id"),
                        entry("owner-password", "arn:database-owner-id")));
    }

    @Test
    void bothComeFromTheStoreOfTheNamespaceAndAreReadEveryMinute() {
        assertThat(Plan.of("production").all(EXTERNAL_SECRET)).hasSize(2).allSatisfy(external -> {
            assertThat(external.at("spec", "secretStoreRef"))
                    .isEqualTo(Map.of("name", "secrets", "kind", "SecretStore"));
            assertThat(external.at("spec", "refreshInterval")).isEqualTo("1m");
            assertThat(external.at("spec", "target"))
                    .isEqualTo(Map.of("name", external.name() + "-credentials", "creationPolicy", "Owner"));
            assertThat(external.at("metadata", "namespace")).isEqualTo("plinth-production-api");
        });
    }

    private static Object data(String name) {
        return Plan.of("production").one(EXTERNAL_SECRET, name).at("spec", "data");
    }

    private static Map<String, Object> entry(String key, String arn) {
        return Map.of("secretKey", key, "remoteRef", Map.of("key", arn, "property", "password"));
    }
}
