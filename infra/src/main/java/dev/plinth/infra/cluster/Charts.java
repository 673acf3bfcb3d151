package dev.plinth.infra.cluster;

import com.pulumi.core.Output;
import java.util.List;
import java.util.Map;

/**
 * What is installed in every cluster. Versions and values by the charts' own repositories in August 2026, see decision
 * 0087; values that are as the chart has them are left out.
 */
final class Charts {
    /** On the API's pods of a colour and nowhere else: a sleeping controller stops no other pod from starting. */
    private static final String COLOUR_LABEL = "plinth.dev/colour";

    private static final String CRITICAL = "system-cluster-critical";
    private static final int REPLICAS = 2;
    private static final int NOBODY = 65_534;

    private static final Map<String, Object> CONTAINER = Map.of(
            "allowPrivilegeEscalation",
            false,
            "readOnlyRootFilesystem",
            true,
            "runAsNonRoot",
            true,
            "capabilities",
            Map.of("drop", List.of("ALL")),
            "seccompProfile",
            Map.of("type", "RuntimeDefault"));

    /** All that makes the controller of targets make, change or guard a load balancer by itself. */
    private static final Map<String, Object> NO_LOAD_BALANCERS = Map.of(
            "enableServiceMutatorWebhook",
            false,
            "createIngressClassResource",
            false,
            "ingressClassParams",
            Map.of("create", false),
            "webhookConfig",
            Map.of("disableIngressValidation", true),
            "enableBackendSecurityGroup",
            false,
            "enableShield",
            false,
            "enableWaf",
            false,
            "enableWafv2",
            false,
            "controllerConfig",
            Map.of("featureGates", Map.of("ALBGatewayAPI", false, "NLBGatewayAPI", false)));

    /** Pods of the API start only where the controller can give them their gate, and no others ask it. */
    private static final Map<String, Object> GATES = Map.of(
            "podMutatorWebhookConfig",
            Map.of("failurePolicy", "Fail"),
            "objectSelector",
            Map.of("matchExpressions", List.of(Map.of("key", COLOUR_LABEL, "operator", "Exists"))),
            // A new certificate with each upgrade would leave a moment in which nobody trusts it.
            "keepTLSSecret",
            true);

    /** Nothing for the cluster as a whole, nothing that writes secrets, and no signing in as somebody else. */
    private static final Map<String, Object> STORES_OF_NAMESPACES = Map.of(
            "processClusterStore",
            false,
            "processClusterExternalSecret",
            false,
            "processClusterGenerator",
            false,
            "processClusterPushSecret",
            false,
            "processPushSecret",
            false,
            "rbac",
            Map.of("serviceAccountTokenCreate", false));

    private Charts() {}

    /** Keeps target groups equal to pods, and waits for both. It makes no load balancer: the program does. */
    static Chart targets(String clusterName, String region, Output<String> vpcId) {
        return new Chart(
                        "aws-load-balancer-controller",
                        "https://aws.github.io/eks-charts",
                        "3.5.0",
                        Map.of("clusterName", clusterName, "region", region, "vpcId", vpcId))
                .with(Map.of(
                        "replicaCount",
                        REPLICAS,
                        "podDisruptionBudget",
                        Map.of("maxUnavailable", 1),
                        "securityContext",
                        CONTAINER,
                        "resources",
                        size("100m", "200Mi"),
                        "topologySpreadConstraints",
                        spread("aws-load-balancer-controller")))
                .with(GATES)
                .with(NO_LOAD_BALANCERS);
    }

    /** Brings secrets from Secrets Manager, for namespaces that say whence, and never for the cluster as a whole. */
    static Chart secrets() {
        return new Chart(
                        "external-secrets",
                        "https://charts.external-secrets.io",
                        "2.9.0",
                        Map.of(
                                "replicaCount",
                                REPLICAS,
                                "leaderElect",
                                true,
                                "priorityClassName",
                                CRITICAL,
                                "podDisruptionBudget",
                                Map.of("enabled", true),
                                "resources",
                                size("50m", "128Mi"),
                                "topologySpreadConstraints",
                                spread("external-secrets"),
                                "webhook",
                                attendant("external-secrets-webhook", REPLICAS),
                                "certController",
                                attendant("external-secrets-cert-controller", 1)))
                .with(STORES_OF_NAMESPACES);
    }

    /** Measures what pods use, which is what they are scaled by. */
    static Chart metrics() {
        return new Chart(
                "metrics-server",
                "https://kubernetes-sigs.github.io/metrics-server",
                "3.13.1",
                Map.of(
                        "replicas",
                        REPLICAS,
                        "podDisruptionBudget",
                        Map.of("enabled", true, "maxUnavailable", 1),
                        "resources",
                        size("100m", "200Mi"),
                        "topologySpreadConstraints",
                        spread("metrics-server")));
    }

    /** Gives pods that find no room a node, and takes away nodes that nobody needs. */
    static Chart nodes(String clusterName, String region, KubernetesVersion version) {
        return new Chart(
                "cluster-autoscaler",
                "https://kubernetes.github.io/autoscaler",
                "9.59.0",
                Map.of(
                        "fullnameOverride",
                        "cluster-autoscaler",
                        "autoDiscovery",
                        Map.of("clusterName", clusterName),
                        "awsRegion",
                        region,
                        "image",
                        Map.of("tag", version.autoscaler()),
                        "replicaCount",
                        REPLICAS,
                        "containerSecurityContext",
                        CONTAINER,
                        "securityContext",
                        Map.of("runAsNonRoot", true, "runAsUser", NOBODY),
                        "resources",
                        size("100m", "400Mi"),
                        "topologySpreadConstraints",
                        spread("aws-cluster-autoscaler"),
                        "extraArgs",
                        // Zones stay alike, and a node that only holds copies of the cluster's own pods may go.
                        Map.of("balance-similar-node-groups", true, "skip-nodes-with-system-pods", false)));
    }

    private static Map<String, Object> attendant(String name, int replicas) {
        return Map.of(
                "replicaCount",
                replicas,
                "priorityClassName",
                CRITICAL,
                "podDisruptionBudget",
                Map.of("enabled", replicas > 1),
                "resources",
                size("25m", "128Mi"),
                "topologySpreadConstraints",
                spread(name));
    }

    /** No limit on the processor: requests already share the node fairly. */
    private static Map<String, Object> size(String cpu, String memory) {
        return Map.of("requests", Map.of("cpu", cpu, "memory", memory), "limits", Map.of("memory", memory));
    }

    private static List<Map<String, Object>> spread(String app) {
        return List.of(Spread.overZones("app.kubernetes.io/name", app));
    }
}
