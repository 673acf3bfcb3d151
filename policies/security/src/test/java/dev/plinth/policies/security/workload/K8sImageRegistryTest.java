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

final class K8sImageRegistryTest {
    private final PolicyTest rule = PolicyTest.of(new K8sImageRegistry());

    @Test
    void acceptsTheRegistriesOfTheList() {
        assertThat(rule.violations(
                        running("111111111111.dkr.ecr.eu-central-1.amazonaws.com/app@sha256:abc"),
                        running("registry.k8s.io/pause:3.10")))
                .isEmpty();
    }

    @Test
    void rejectsAnotherRegistry() {
        assertThat(rule.violations(running("nginx:1.29")))
                .containsExactly("deployment runs container app from an image of docker.io");
    }

    @Test
    void doesNotLetAStarStandForADot() {
        assertThat(rule.violations(running("evil.com.dkr.ecr.eu-central-1.amazonaws.com/app:1")))
                .hasSize(1);
        assertThat(rule.violations(running("publicXecr.aws/app:1"))).hasSize(1);
    }

    @Test
    void takesTheListThatIsConfigured() {
        assertThat(rule.configured("registries", List.of("docker.io")).violations(running("nginx:1.29")))
                .isEmpty();
    }

    @Test
    void waitsForAnUnknownImage() {
        assertThat(rule.undecided(deployment(Map.of("containers", List.of(Map.of("image", new Value.Unknown()))))))
                .containsExactly("deployment: image is not known before the deployment");
    }

    @Test
    void judgesOnlyWhatAPatchSays() {
        assertThat(rule.violations(patch(Map.of("containers", List.of(Map.of("name", "app"))))))
                .isEmpty();
    }

    private static TestResource running(String image) {
        return deployment(
                containing(ContainerArgs.builder().name("app").image(image).build()));
    }
}
