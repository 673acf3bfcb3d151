package dev.plinth.policies.security.workload;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.kubernetes.core.v1.Namespace;
import com.pulumi.kubernetes.meta.v1.inputs.LabelSelectorArgs;
import com.pulumi.kubernetes.meta.v1.inputs.ObjectMetaArgs;
import com.pulumi.kubernetes.networking.v1.NetworkPolicy;
import com.pulumi.kubernetes.networking.v1.NetworkPolicyArgs;
import com.pulumi.kubernetes.networking.v1.inputs.NetworkPolicyIngressRuleArgs;
import com.pulumi.kubernetes.networking.v1.inputs.NetworkPolicySpecArgs;
import dev.plinth.policy.Value;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class K8sNetworkPolicyTest {
    private final PolicyTest rule = PolicyTest.of(new K8sNetworkPolicy());
    private final TestResource namespace =
            TestResource.of(Namespace.class, "room").with("metadata", Map.of("name", "app"));

    @Test
    void acceptsAPolicyThatIsAboutEveryPod() {
        assertThat(rule.violations(namespace, policy("app", everyPod()))).isEmpty();
    }

    @Test
    void rejectsANamespaceWithoutPolicy() {
        assertThat(rule.violations(namespace)).containsExactly("room has no network policy");
        assertThat(rule.violations(namespace, policy("other", everyPod()))).hasSize(1);
    }

    @Test
    void rejectsPoliciesThatLeaveSomethingOut() {
        var onePod =
                LabelSelectorArgs.builder().matchLabels(Map.of("app", "api")).build();
        var all = LabelSelectorArgs.builder().build();
        var anybody = NetworkPolicyIngressRuleArgs.builder().build();

        for (var lenient : List.of(
                NetworkPolicySpecArgs.builder().podSelector(onePod),
                NetworkPolicySpecArgs.builder().podSelector(all).policyTypes("Egress"),
                NetworkPolicySpecArgs.builder().podSelector(all).ingress(anybody))) {
            assertThat(rule.violations(namespace, policy("app", lenient)))
                    .containsExactly("room has no network policy that is about all of its pods");
        }
    }

    @Test
    void acceptsAnyPolicyWhereItIsConfiguredTo() {
        var onePod =
                LabelSelectorArgs.builder().matchLabels(Map.of("app", "api")).build();

        assertThat(rule.configured("everyPod", false)
                        .violations(
                                namespace,
                                policy("app", NetworkPolicySpecArgs.builder().podSelector(onePod))))
                .isEmpty();
    }

    @Test
    void followsAPolicyToTheNamespaceThatItsMetadataComeFrom() {
        TestResource other = TestResource.of(Namespace.class, "hall");

        assertThat(rule.violations(namespace, other, policy("app", everyPod()).from("metadata", other)))
                .containsExactly("room has no network policy");
    }

    @Test
    void givesAPolicyOfWhatIsNotKnownYetTheBenefitOfTheDoubt() {
        TestResource unknown = policy("app", everyPod()).with("metadata", Map.of("namespace", new Value.Unknown()));

        assertThat(rule.violations(namespace, unknown)).isEmpty();
        assertThat(rule.undecided(namespace, unknown)).isEmpty();
    }

    @Test
    void leavesTheNamespacesOfTheClusterItselfAlone() {
        assertThat(rule.notApplicable(
                        TestResource.of(Namespace.class, "system").with("metadata", Map.of("name", "kube-system"))))
                .containsExactly("leaves the namespaces of the cluster itself alone");
    }

    @Test
    void waitsForAClusterThatIsNotMadeYet() {
        TestResource policy = policy("app", everyPod());

        assertThat(rule.undecided(namespace.unknown(), policy.unknown())).hasSize(1);
        assertThat(rule.violations(namespace.unknown(), policy.unknown())).isEmpty();
    }

    @Test
    void waitsForAnUnknownSelector() {
        TestResource unknown = policy("app", everyPod()).unknown("spec");

        assertThat(rule.undecided(namespace, unknown)).containsExactly("room: spec is not known before the deployment");
    }

    private static NetworkPolicySpecArgs.Builder everyPod() {
        return NetworkPolicySpecArgs.builder()
                .podSelector(LabelSelectorArgs.builder().build())
                .policyTypes("Ingress", "Egress");
    }

    private static TestResource policy(String namespace, NetworkPolicySpecArgs.Builder spec) {
        return TestResource.of(
                NetworkPolicy.class,
                "policy",
                NetworkPolicyArgs.builder()
                        .metadata(ObjectMetaArgs.builder().namespace(namespace).build())
                        .spec(spec.build())
                        .build());
    }
}
