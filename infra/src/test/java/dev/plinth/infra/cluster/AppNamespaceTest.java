package dev.plinth.infra.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.infra.Cloud.Declared;
import dev.plinth.infra.Plan;
import dev.plinth.infra.cluster.Allowance.Peer.Addresses;
import dev.plinth.infra.cluster.Allowance.Peer.Pods;
import dev.plinth.infra.network.Cidr;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** What a namespace gives its pods, and what it keeps from them. */
final class AppNamespaceTest {
    private static final String NETWORK_POLICY = "kubernetes:networking.k8s.io/v1:NetworkPolicy";
    private static final Cidr VPC = Cidr.parse("10.20.0.0/16");
    private final Plan plan = plan();

    @Test
    void podsKeepToTheStrictestStandard() {
        var labels = plan.one("kubernetes:core/v1:Namespace", "shop").at("metadata", "labels");

        assertThat(labels)
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsEntry("pod-security.kubernetes.io/enforce", "restricted")
                .containsEntry("pod-security.kubernetes.io/warn", "restricted");
    }

    @Test
    void whatNoOtherPolicyAllowsIsRefused() {
        var policy = policy("default-deny");

        assertThat(policy.at("spec", "podSelector")).isEqualTo(Map.of());
        assertThat(policy.at("spec", "policyTypes")).isEqualTo(List.of("Ingress", "Egress"));
        assertThat((Map<?, ?>) policy.at("spec")).hasSize(2);
    }

    @Test
    void podsMayAskForNames() {
        assertThat(policy("names").at("spec", "egress", 0, "ports", 0))
                .isEqualTo(Map.of("port", 53.0, "protocol", "UDP"));
        assertThat(policy("names").at("spec", "egress", 0, "to", 0, "podSelector", "matchLabels"))
                .isEqualTo(Map.of("k8s-app", "kube-dns"));
    }

    @Test
    void connectionsComeInFromNamedAddressesOnly() {
        var requests = policy("requests");

        assertThat(requests.at("spec", "policyTypes")).isEqualTo(List.of("Ingress"));
        assertThat(requests.at("spec", "ingress", 0, "from"))
                .isEqualTo(List.of(Map.of("ipBlock", Map.of("cidr", "10.20.0.0/16"))));
        assertThat(requests.at("spec", "ingress", 0, "ports"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .hasSize(2);
    }

    @Test
    void connectionsGoOutToNamedPodsOnly() {
        var metrics = policy("metrics");

        assertThat(metrics.at("spec", "policyTypes")).isEqualTo(List.of("Egress"));
        assertThat(metrics.at("spec", "egress", 0, "to", 0, "namespaceSelector", "matchLabels"))
                .isEqualTo(Map.of("kubernetes.io/metadata.name", "monitoring"));
    }

    @Test
    void podsTogetherUseNoMoreThanTheirShare() {
        assertThat(plan.one("kubernetes:core/v1:ResourceQuota", "shop").at("spec", "hard"))
                .isEqualTo(Map.of(
                        "pods", "4",
                        "requests.cpu", "1000m",
                        "requests.memory", "1024Mi",
                        "limits.memory", "1024Mi",
                        "services.loadbalancers", "0",
                        "services.nodeports", "0"));
    }

    private Declared policy(String name) {
        return plan.one(NETWORK_POLICY, "shop-" + name);
    }

    private static Plan plan() {
        var allowances = List.of(
                Allowance.in("requests", new Addresses(VPC), 8080, 8081),
                Allowance.out("metrics", new Pods("monitoring", Map.of()), 9090));
        return Plan.ofComponents(scope ->
                new AppNamespace("shop", new AppNamespaceArgs(Quota.of(4, "250m", "256Mi"), allowances), scope));
    }
}
