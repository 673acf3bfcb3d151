package dev.plinth.policies.security.workload;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.kubernetes.Provider;
import com.pulumi.kubernetes.core.v1.Service;
import dev.plinth.policy.Value;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class K8sResourcesNamespaceTest {
    private final PolicyTest rule = PolicyTest.of(new K8sResourcesNamespace());
    private final TestResource service = TestResource.of(Service.class, "service");

    @Test
    void acceptsANamespaceOfItsOwn() {
        assertThat(rule.violations(service.with("metadata", Map.of("namespace", "app"))))
                .isEmpty();
    }

    @Test
    void rejectsTheDefaultNamespace() {
        assertThat(rule.violations(service.with("metadata", Map.of("namespace", "default"))))
                .containsExactly("service is in the default namespace");
        assertThat(rule.violations(service))
                .containsExactly("service says no namespace, so it lands in the default one");
    }

    @Test
    void acceptsTheNamespaceOfTheProvider() {
        TestResource provider = TestResource.of(Provider.class, "cluster");

        assertThat(rule.violations(service.managedBy(provider.with("namespace", "app"))))
                .isEmpty();
        assertThat(rule.violations(service.managedBy(provider))).hasSize(1);
    }

    @Test
    void acceptsANamespaceThatIsMadeInTheSameRun() {
        TestResource unknown = service.with("metadata", Map.of("namespace", new Value.Unknown()));

        assertThat(rule.violations(unknown)).isEmpty();
        assertThat(rule.undecided(unknown)).isEmpty();
    }
}
