package dev.plinth.sandbox.kubernetes;

import static dev.plinth.sandbox.Inputs.fields;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AdmissionTest {
    @TempDir
    private Path folder = Path.of("");

    private PlainCluster cluster;

    @BeforeEach
    void open() {
        cluster = new PlainCluster(folder);
    }

    @Test
    void aNamespaceThatEnforcesALevelForbidsPodsThatViolateIt() {
        cluster.create(
                "kubernetes:core/v1:Namespace",
                "api",
                fields(
                        "apiVersion",
                        "v1",
                        "kind",
                        "Namespace",
                        "metadata",
                        Map.of("name", "api", "labels", Map.of("pod-security.kubernetes.io/enforce", "restricted"))));

        assertThatThrownBy(() -> admit("api", Map.of()))
                .hasMessageStartingWith("spec.template.spec: namespace api forbids its pods, which violate PodSecurity"
                        + " \"restricted\": allowPrivilegeEscalation != false (container \"api\"");
        assertThatCode(() -> admit("default", Map.of())).doesNotThrowAnyException();
    }

    @Test
    void podsWithoutTheirServiceAccountAreNotLetIn() {
        assertThatThrownBy(() -> admit("default", Map.of("serviceAccountName", "api")))
                .hasMessageContaining("spec.template.spec.serviceAccountName: there is no ServiceAccount default/api");
        cluster.create(
                "kubernetes:core/v1:ServiceAccount",
                "api",
                fields("apiVersion", "v1", "kind", "ServiceAccount", "metadata", Map.of("name", "api")));

        assertThatCode(() -> admit("default", Map.of("serviceAccountName", "api")))
                .doesNotThrowAnyException();
        assertThatCode(() -> admit("default", Map.of("serviceAccountName", "default")))
                .doesNotThrowAnyException();
    }

    @Test
    void podsWithoutTheirPriorityClassAreNotLetIn() {
        assertThatThrownBy(() -> admit("default", Map.of("priorityClassName", "high")))
                .hasMessageContaining("spec.template.spec.priorityClassName: there is no PriorityClass high");
        assertThatCode(() -> admit("default", Map.of("priorityClassName", "system-cluster-critical")))
                .doesNotThrowAnyException();
    }

    private void admit(String namespace, Map<String, String> pod) {
        var spec = fields("containers", List.of(Map.of("name", "api")));
        for (var field : pod.entrySet()) {
            spec = spec.withAll(fields(field.getKey(), field.getValue()));
        }
        var deployment = fields(
                "kind",
                "Deployment",
                "metadata",
                Map.of("name", "api", "namespace", namespace),
                "spec",
                Map.of("template", Map.of("spec", spec)));
        new Admission(cluster.objects()).admit(KubernetesObject.of(deployment));
    }
}
