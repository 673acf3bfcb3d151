package dev.plinth.policies.security.workload;

import static dev.plinth.policy.kubernetes.TestWorkloads.containing;
import static dev.plinth.policy.kubernetes.TestWorkloads.deployment;
import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.kubernetes.core.v1.ConfigMap;
import com.pulumi.kubernetes.core.v1.inputs.ContainerArgs;
import com.pulumi.kubernetes.core.v1.inputs.EnvVarArgs;
import com.pulumi.kubernetes.core.v1.inputs.EnvVarSourceArgs;
import com.pulumi.kubernetes.core.v1.inputs.PodSpecArgs;
import com.pulumi.kubernetes.core.v1.inputs.SecretKeySelectorArgs;
import dev.plinth.policy.Value;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class K8sNoPlainSecretEnvTest {
    private final PolicyTest rule = PolicyTest.of(new K8sNoPlainSecretEnv());

    @Test
    void acceptsPlainValuesAndReferencesToSecrets() {
        var reference = EnvVarSourceArgs.builder()
                .secretKeyRef(SecretKeySelectorArgs.builder()
                        .name("credentials")
                        .key("password")
                        .build())
                .build();

        assertThat(rule.violations(
                        deployment(variable("PORT", "8080")),
                        deployment(variable("DATABASE_PASSWORD_FILE", "/run/secrets/password")),
                        deployment(containing(ContainerArgs.builder()
                                .name("app")
                                .env(EnvVarArgs.builder()
                                        .name("PASSWORD")
                                        .valueFrom(reference)
                                        .build())
                                .build()))))
                .isEmpty();
    }

    @Test
    void rejectsAVariableThatIsNamedLikeASecret() {
        assertThat(rule.violations(deployment(variable("DATABASE_PASSWORD", "hunter22"))))
                .containsExactly("deployment tells container app the secret DATABASE_PASSWORD in the open");
        assertThat(rule.violations(deployment(variable("api-key", "hunter22")))).hasSize(1);
    }

    @Test
    void rejectsASecretValueUnderWhateverName() {
        assertThat(rule.violations(deployment(raw("GREETING", new Value.Secret(Value.of("hunter22"))))))
                .containsExactly("deployment tells container app the secret GREETING in the open");
    }

    @Test
    void needsOnlyTheNameOfAVariable() {
        assertThat(rule.violations(deployment(raw("TOKEN", new Value.Unknown()))))
                .hasSize(1);
        assertThat(rule.violations(deployment(raw("HOST", new Value.Unknown()))))
                .isEmpty();
        assertThat(rule.undecided(deployment(raw("HOST", new Value.Unknown())))).isEmpty();
    }

    @Test
    void rejectsAConfigMapWithASecret() {
        var map = TestResource.of(ConfigMap.class, "settings");
        var data = Map.of("port", "80", "client_secret", "x", "greeting", new Value.Secret(Value.of("hunter22")));

        assertThat(rule.violations(map.with("data", data)))
                .containsExactly(
                        "settings holds the secret client_secret in the open",
                        "settings holds the secret greeting in the open");
        assertThat(rule.violations(map.secret("data", Map.of("a", "b"))))
                .containsExactly("settings holds secrets in the open");
        assertThat(rule.violations(map)).isEmpty();
        assertThat(rule.undecided(map.unknown("data")))
                .containsExactly("settings: data is not known before the deployment");
    }

    @Test
    void takesTheWordsThatAreConfigured() {
        assertThat(rule.configured("words", List.of("pin")).violations(deployment(variable("CARD_PIN", "1234"))))
                .hasSize(1);
        assertThat(rule.configured("harmlessEndings", List.of("_ttl"))
                        .violations(deployment(variable("TOKEN_TTL", "5"))))
                .isEmpty();
    }

    private static Map<String, Object> raw(String name, Object value) {
        return Map.of(
                "containers", List.of(Map.of("name", "app", "env", List.of(Map.of("name", name, "value", value)))));
    }

    private static PodSpecArgs.Builder variable(String name, String value) {
        return containing(ContainerArgs.builder()
                .name("app")
                .env(EnvVarArgs.builder().name(name).value(value).build())
                .build());
    }
}
