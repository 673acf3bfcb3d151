package dev.plinth.sandbox.kubernetes;

import static dev.plinth.sandbox.Inputs.fields;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.sandbox.image.ImageStore;
import dev.plinth.sandbox.pod.Ending;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PodTemplateTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void aHookThatOnlyWaitsForTheLoadBalancerIsLeftOut() {
        assertThat(ending(exec("sleep", "40")).preStop()).isEmpty();
        assertThat(ending(exec("/bin/sleep", "40")).preStop()).isEmpty();
        assertThat(ending(Map.of("sleep", Map.of("seconds", 40))).preStop()).isEmpty();
    }

    @Test
    void anyOtherHookRuns() {
        assertThat(ending(exec("/opt/flush", "all")).preStop()).containsExactly("/opt/flush", "all");
        assertThat(ending(exec("/bin/sh", "-c", "sleep 1 && flush")).preStop()).hasSize(3);
    }

    @Test
    void aHookThatIsNoCommandIsRefusedByName() {
        assertThatThrownBy(() -> ending(Map.of("httpGet", Map.of("path", "/stop", "port", 8081))))
                .hasMessageContaining("spec.template.spec.containers[0].lifecycle.preStop: ");
    }

    @Test
    void podsHaveThirtySecondsToEndUnlessTheySayOtherwise() {
        assertThat(ending(Map.of()).grace()).isEqualTo(Duration.ofSeconds(30));
    }

    private Ending ending(Map<String, Object> preStop) {
        var container = Map.of("name", "api", "lifecycle", Map.of("preStop", preStop));
        var deployment = fields("spec", Map.of("template", Map.of("spec", Map.of("containers", List.of(container)))));
        return new PodTemplate(new PlainCluster(folder).objects(), new ImageStore(folder))
                .ending(KubernetesObject.of(deployment));
    }

    private static Map<String, Object> exec(String... command) {
        return Map.of("exec", Map.of("command", List.of(command)));
    }
}
