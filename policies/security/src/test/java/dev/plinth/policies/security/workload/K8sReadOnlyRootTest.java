package dev.plinth.policies.security.workload;

import static dev.plinth.policy.kubernetes.TestWorkloads.container;
import static dev.plinth.policy.kubernetes.TestWorkloads.containing;
import static dev.plinth.policy.kubernetes.TestWorkloads.deployment;
import static dev.plinth.policy.kubernetes.TestWorkloads.patch;
import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.kubernetes.core.v1.inputs.ContainerArgs;
import com.pulumi.kubernetes.core.v1.inputs.SecurityContextArgs;
import dev.plinth.policy.Value;
import dev.plinth.policy.test.PolicyTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class K8sReadOnlyRootTest {
    private final PolicyTest rule = PolicyTest.of(new K8sReadOnlyRoot());

    @Test
    void acceptsARootThatCannotBeWritten() {
        assertThat(rule.violations(deployment(containing(readOnly(true))))).isEmpty();
    }

    @Test
    void rejectsARootThatCan() {
        assertThat(rule.violations(deployment(containing(readOnly(false)))))
                .containsExactly(
                        "deployment lets container app write its root filesystem, as readOnlyRootFilesystem is not true");
    }

    @Test
    void rejectsTheDefaultWhichCanBeWritten() {
        assertThat(rule.violations(deployment(containing(container("app"))))).hasSize(1);
    }

    @Test
    void judgesOnlyWhatAPatchSays() {
        assertThat(rule.violations(patch(Map.of("containers", List.of(Map.of("name", "app"))))))
                .isEmpty();
    }

    @Test
    void waitsForAnUnknownFlag() {
        var unknown = Map.of("securityContext", Map.of("readOnlyRootFilesystem", new Value.Unknown()));

        assertThat(rule.undecided(deployment(Map.of("containers", List.of(unknown)))))
                .containsExactly("deployment: readOnlyRootFilesystem is not known before the deployment");
    }

    private static ContainerArgs readOnly(boolean readOnly) {
        return container("app", SecurityContextArgs.builder().readOnlyRootFilesystem(readOnly));
    }
}
