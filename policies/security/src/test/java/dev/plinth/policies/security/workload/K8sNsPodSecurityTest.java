package dev.plinth.policies.security.workload;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.kubernetes.core.v1.Namespace;
import dev.plinth.policy.Value;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class K8sNsPodSecurityTest {
    private static final String ENFORCE = "pod-security.kubernetes.io/enforce";

    private final PolicyTest rule = PolicyTest.of(new K8sNsPodSecurity());

    @Test
    void acceptsTheRestrictedStandard() {
        assertThat(rule.violations(labelled(Map.of(ENFORCE, "restricted")))).isEmpty();
    }

    @Test
    void rejectsAWeakerStandardAndNone() {
        assertThat(rule.violations(labelled(Map.of(ENFORCE, "baseline"))))
                .containsExactly("namespace enforces the standard baseline, needs restricted");
        assertThat(rule.violations(TestResource.of(Namespace.class, "namespace")))
                .containsExactly("namespace enforces no Pod Security Standard, needs restricted");
        assertThat(rule.violations(labelled(Map.of(ENFORCE, "restrictive")))).hasSize(1);
    }

    @Test
    void acceptsTheStandardThatIsConfigured() {
        PolicyTest lenient = rule.configured("levelMin", "baseline");

        assertThat(lenient.violations(labelled(Map.of(ENFORCE, "baseline")))).isEmpty();
        assertThat(lenient.violations(labelled(Map.of(ENFORCE, "privileged")))).hasSize(1);
    }

    @Test
    void leavesTheNamespacesOfTheClusterItselfAlone() {
        TestResource system =
                TestResource.of(Namespace.class, "system").with("metadata", Map.of("name", "kube-system"));

        assertThat(rule.notApplicable(system)).containsExactly("leaves the namespaces of the cluster itself alone");
        assertThat(rule.remedied(system).resource()).isEqualTo(system.resource());
    }

    @Test
    void readsTheLabelBesideAnUnknownOne() {
        assertThat(rule.violations(labelled(Map.of(ENFORCE, "baseline", "team", new Value.Unknown()))))
                .hasSize(1);
        assertThat(rule.undecided(labelled(Map.of(ENFORCE, new Value.Unknown()))))
                .hasSize(1);
    }

    @Test
    void setsTheLabelAndKeepsTheOthers() {
        TestResource remedied = rule.remedied(labelled(Map.of("team", "api")));

        assertThat(remedied.resource())
                .isEqualTo(
                        labelled(Map.of("team", "api", ENFORCE, "restricted")).resource());
        assertThat(rule.remedied(remedied).resource()).isEqualTo(remedied.resource());
    }

    private static TestResource labelled(Map<String, Object> labels) {
        return TestResource.of(Namespace.class, "namespace").with("metadata", Map.of("labels", labels));
    }
}
