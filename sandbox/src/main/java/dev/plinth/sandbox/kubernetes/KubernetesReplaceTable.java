package dev.plinth.sandbox.kubernetes;

import dev.plinth.sandbox.diff.ReplaceRules;
import dev.plinth.sandbox.resource.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The inputs of Kubernetes types that force a replacement. */
final class KubernetesReplaceTable {
    private static final String SOURCE = "pulumi-kubernetes: provider/pkg/provider/diff.go";
    private static final List<String> METADATA = List.of("metadata.name", "metadata.namespace", "kind");
    private static final Map<String, List<String>> RULES = Map.of(
            "kubernetes:apps/v1:Deployment", List.of("spec.selector"),
            "kubernetes:apps/v1:DaemonSet", List.of("spec.selector"),
            "kubernetes:apps/v1:StatefulSet",
                    List.of(
                            "spec.podManagementPolicy",
                            "spec.selector",
                            "spec.serviceName",
                            "spec.volumeClaimTemplates"),
            "kubernetes:core/v1:Service", List.of("spec.clusterIP", "spec.type"),
            "kubernetes:core/v1:PersistentVolumeClaim",
                    List.of("spec.accessModes", "spec.selector", "spec.storageClassName", "spec.volumeName"),
            "kubernetes:batch/v1:Job", List.of("spec.completions", "spec.selector", "spec.template"),
            "kubernetes:rbac.authorization.k8s.io/v1:RoleBinding", List.of("roleRef"),
            "kubernetes:rbac.authorization.k8s.io/v1:ClusterRoleBinding", List.of("roleRef"));
    private static final List<String> DATA = List.of("data", "binaryData", "stringData", "type", "immutable");

    private KubernetesReplaceTable() {}

    static ReplaceRules of(String token, Settings settings) {
        var paths = new ArrayList<>(METADATA);
        paths.addAll(RULES.getOrDefault(token, List.of()));
        boolean frozenSecret =
                token.equals("kubernetes:core/v1:Secret") && !settings.mutable().secrets();
        boolean frozenConfigMap = token.equals("kubernetes:core/v1:ConfigMap")
                && !settings.mutable().configMaps();
        if (frozenSecret || frozenConfigMap) {
            paths.addAll(DATA);
        }
        return new ReplaceRules(paths, SOURCE);
    }
}
