package dev.plinth.policies.security.workload;

import static dev.plinth.policy.kubernetes.TestWorkloads.containing;
import static dev.plinth.policy.kubernetes.TestWorkloads.deployment;
import static dev.plinth.policy.kubernetes.TestWorkloads.patch;
import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.kubernetes.core.v1.inputs.ContainerArgs;
import dev.plinth.policy.Value;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class K8sImagePinnedTest {
    private final PolicyTest rule = PolicyTest.of(new K8sImagePinned());

    @Test
    void acceptsAVersionOrADigest() {
        assertThat(rule.violations(
                        running("nginx:1.29"), running("nginx@sha256:abc"), running("nginx:latest@sha256:abc")))
                .isEmpty();
    }

    @Test
    void rejectsANameThatMayMeanAnotherImageTomorrow() {
        assertThat(rule.violations(running("nginx")))
                .containsExactly("deployment runs container app from nginx, which names no version");
        assertThat(rule.violations(running("nginx:latest"))).hasSize(1);
    }

    @Test
    void asksForADigestWhereItIsConfiguredTo() {
        PolicyTest strict = rule.configured("digest", true);

        assertThat(strict.violations(running("nginx@sha256:abc"))).isEmpty();
        assertThat(strict.violations(running("nginx:1.29")))
                .containsExactly("deployment runs container app from nginx:1.29, which names no digest");
    }

    @Test
    void judgesOnlyWhatAPatchSays() {
        assertThat(rule.violations(patch(Map.of("containers", List.of(Map.of("name", "app"))))))
                .isEmpty();
    }

    @Test
    void waitsForAnUnknownImage() {
        assertThat(rule.undecided(deployment(Map.of("containers", List.of(Map.of("image", new Value.Unknown()))))))
                .containsExactly("deployment: image is not known before the deployment");
    }

    private static TestResource running(String image) {
        return deployment(
                containing(ContainerArgs.builder().name("app").image(image).build()));
    }
}
