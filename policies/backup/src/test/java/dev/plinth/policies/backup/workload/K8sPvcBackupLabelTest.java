package dev.plinth.policies.backup.workload;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.kubernetes.apps.v1.StatefulSet;
import com.pulumi.kubernetes.core.v1.PersistentVolumeClaim;
import dev.plinth.policy.Value;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class K8sPvcBackupLabelTest {
    private final PolicyTest rule = PolicyTest.of(new K8sPvcBackupLabel());
    private final TestResource claim = TestResource.of(PersistentVolumeClaim.class, "claim");

    @Test
    void acceptsTheLabel() {
        assertThat(rule.violations(claim.with("metadata", labelled("backup", "daily"))))
                .isEmpty();
    }

    @Test
    void rejectsAClaimWithoutIt() {
        assertThat(rule.violations(claim)).containsExactly("claim has a claim without the label backup=daily");
        assertThat(rule.violations(claim.with("metadata", labelled("backup", "never"))))
                .hasSize(1);
    }

    @Test
    void rejectsATemplateWithoutIt() {
        assertThat(rule.violations(set(Map.of()))).hasSize(1);
        assertThat(rule.violations(set(Map.of("metadata", labelled("backup", "daily")))))
                .isEmpty();
    }

    @Test
    void asksForTheLabelThatIsConfigured() {
        assertThat(rule.configured("name", "plan").violations(claim.with("metadata", labelled("plan", "daily"))))
                .isEmpty();
    }

    @Test
    void waitsForAnUnknownLabel() {
        assertThat(rule.undecided(claim.with("metadata", Map.of("labels", new Value.Unknown()))))
                .containsExactly("claim: labels is not known before the deployment");
    }

    @Test
    void setsTheLabel() {
        for (var bad : List.of(claim, set(Map.of()))) {
            TestResource remedied = rule.remedied(bad);

            assertThat(rule.violations(remedied)).isEmpty();
            assertThat(rule.remedied(remedied).resource()).isEqualTo(remedied.resource());
        }
    }

    private static TestResource set(Map<String, Object> template) {
        return TestResource.of(StatefulSet.class, "set")
                .with("spec", Map.of("volumeClaimTemplates", List.of(template)));
    }

    private static Map<String, Object> labelled(String name, String value) {
        return Map.of("labels", Map.of(name, value));
    }
}
