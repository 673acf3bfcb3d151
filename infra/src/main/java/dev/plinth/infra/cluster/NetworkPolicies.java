package dev.plinth.infra.cluster;

import com.pulumi.kubernetes.meta.v1.inputs.LabelSelectorArgs;
import com.pulumi.kubernetes.networking.v1.inputs.IPBlockArgs;
import com.pulumi.kubernetes.networking.v1.inputs.NetworkPolicyEgressRuleArgs;
import com.pulumi.kubernetes.networking.v1.inputs.NetworkPolicyIngressRuleArgs;
import com.pulumi.kubernetes.networking.v1.inputs.NetworkPolicyPeerArgs;
import com.pulumi.kubernetes.networking.v1.inputs.NetworkPolicyPortArgs;
import com.pulumi.kubernetes.networking.v1.inputs.NetworkPolicySpecArgs;
import java.util.List;
import java.util.Map;

/** Writes network policies that hold for all pods of a namespace. */
final class NetworkPolicies {
    private static final String INGRESS = "Ingress";
    private static final String EGRESS = "Egress";
    private static final String TCP = "TCP";
    private static final String UDP = "UDP";
    private static final int DNS = 53;

    /** CoreDNS keeps the labels of the server that it once replaced. */
    private static final Allowance.Peer NAME_SERVERS =
            new Allowance.Peer.Pods("kube-system", Map.of("k8s-app", "kube-dns"));

    private NetworkPolicies() {}

    /** Refuses every connection that no other policy of the namespace allows. */
    static NetworkPolicySpecArgs nothing() {
        return NetworkPolicySpecArgs.builder()
                .podSelector(allPods())
                .policyTypes(INGRESS, EGRESS)
                .build();
    }

    /** Pods find others by name, as nothing works without. */
    static NetworkPolicySpecArgs names() {
        return NetworkPolicySpecArgs.builder()
                .podSelector(allPods())
                .policyTypes(EGRESS)
                .egress(NetworkPolicyEgressRuleArgs.builder()
                        .to(peer(NAME_SERVERS))
                        .ports(port(UDP, DNS), port(TCP, DNS))
                        .build())
                .build();
    }

    static NetworkPolicySpecArgs of(Allowance allowance) {
        var ports = allowance.ports().stream().map(port -> port(TCP, port)).toList();
        var spec = NetworkPolicySpecArgs.builder().podSelector(allPods());
        return switch (allowance.way()) {
            case IN ->
                spec.policyTypes(INGRESS)
                        .ingress(NetworkPolicyIngressRuleArgs.builder()
                                .from(peer(allowance.peer()))
                                .ports(ports)
                                .build())
                        .build();
            case OUT ->
                spec.policyTypes(EGRESS)
                        .egress(NetworkPolicyEgressRuleArgs.builder()
                                .to(peer(allowance.peer()))
                                .ports(ports)
                                .build())
                        .build();
        };
    }

    private static List<NetworkPolicyPeerArgs> peer(Allowance.Peer peer) {
        return List.of(
                switch (peer) {
                    case Allowance.Peer.Addresses(var block) ->
                        NetworkPolicyPeerArgs.builder()
                                .ipBlock(IPBlockArgs.builder()
                                        .cidr(block.toString())
                                        .build())
                                .build();
                    case Allowance.Peer.Pods(var namespace, var labels) ->
                        NetworkPolicyPeerArgs.builder()
                                .namespaceSelector(labelled(Map.of("kubernetes.io/metadata.name", namespace)))
                                .podSelector(labels.isEmpty() ? allPods() : labelled(labels))
                                .build();
                });
    }

    private static NetworkPolicyPortArgs port(String protocol, int number) {
        return NetworkPolicyPortArgs.builder().protocol(protocol).port(number).build();
    }

    private static LabelSelectorArgs allPods() {
        return LabelSelectorArgs.builder().build();
    }

    private static LabelSelectorArgs labelled(Map<String, String> labels) {
        return LabelSelectorArgs.builder().matchLabels(labels).build();
    }
}
