package dev.plinth.sandbox.kubernetes;

import dev.plinth.sandbox.diff.ReplaceRules;
import dev.plinth.sandbox.resource.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The inputs of Kubernetes types that force a replacement. */
final class KubernetesReplaceTable {
    private static final String SOURCE = "provider/pkg/provider/diff.go of pulumi-kubernetes";
    private static final List<String> METADATA = List.of("metadata.name", "metadata.namespace", "kind");
    static final Map<String, List<String>> RULES = Map.ofEntries(
            Map.entry("kubernetes:apps/v1:Deployment", List.of("spec.selector")),
            Map.entry("kubernetes:apps/v1:DaemonSet", List.of("spec.selector")),
            Map.entry(
                    "kubernetes:apps/v1:StatefulSet",
                    List.of(
                            "spec.podManagementPolicy",
                            "spec.revisionHistoryLimit",
                            "spec.selector",
                            "spec.serviceName",
                            "spec.volumeClaimTemplates")),
            Map.entry("kubernetes:core/v1:Service", List.of("spec.clusterIP")),
            Map.entry("kubernetes:core/v1:PersistentVolumeClaim", List.of("spec")),
            Map.entry("kubernetes:core/v1:Pod", List.of("spec")),
            Map.entry("kubernetes:core/v1:ResourceQuota", List.of("spec.scopes")),
            Map.entry(
                    "kubernetes:batch/v1:Job",
                    List.of("spec.completions", "spec.parallelism", "spec.selector", "spec.template")),
            Map.entry("kubernetes:rbac.authorization.k8s.io/v1:RoleBinding", List.of("roleRef")),
            Map.entry("kubernetes:rbac.authorization.k8s.io/v1:ClusterRoleBinding", List.of("roleRef")),
            Map.entry("kubernetes:storage.k8s.io/v1:StorageClass", List.of("parameters", "provisioner")));
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
