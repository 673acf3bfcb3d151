package dev.plinth.sandbox.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.sandbox.resource.Settings;
import dev.plinth.sandbox.resource.Settings.Mutable;
import dev.plinth.sandbox.schema.SdkSchema;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class KubernetesReplaceTableTest {
    private static final SdkSchema SDKS = new SdkSchema();

    @Test
    void everyRowNamesInputsOfTheSdk() {
        assertThat(KubernetesReplaceTable.RULES)
                .isNotEmpty()
                .allSatisfy((token, paths) -> assertThat(
                                SDKS.find(token).orElseThrow().inputs())
                        .containsKeys(paths.stream()
                                .map(path -> path.split("\\.", 2)[0])
                                .toArray(String[]::new)));
    }

    @ParameterizedTest
    @CsvSource({
        "kubernetes:apps/v1:Deployment, metadata.name, true",
        "kubernetes:apps/v1:Deployment, metadata.namespace, true",
        "kubernetes:apps/v1:Deployment, spec.selector.matchLabels.app, true",
        "kubernetes:apps/v1:Deployment, spec.template.spec.containers.image, false",
        "kubernetes:apps/v1:Deployment, metadata.labels.app, false",
        "kubernetes:core/v1:Secret, stringData.password, true",
        "kubernetes:core/v1:ConfigMap, data.a, true",
        "kubernetes:core/v1:Service, spec.type, false"
    })
    void knowsWhatReplaces(String token, String path, boolean replaces) {
        assertThat(KubernetesReplaceTable.of(token, settings(false)).replaces(path))
                .isEqualTo(replaces);
    }

    @Test
    void aProviderMayChangeSecretsInPlace() {
        assertThat(KubernetesReplaceTable.of("kubernetes:core/v1:Secret", settings(true))
                        .replaces("stringData.password"))
                .isFalse();
    }

    private static Settings settings(boolean mutable) {
        return new Settings(
                "eu-central-1", "000000000000", Map.of(), new Mutable(mutable, mutable), "default", Path.of(""));
    }
}
