package dev.plinth.policies.breaches;

import com.pulumi.kubernetes.core.v1.ConfigMap;
import com.pulumi.kubernetes.core.v1.ConfigMapArgs;
import com.pulumi.kubernetes.core.v1.Namespace;
import com.pulumi.kubernetes.core.v1.NamespaceArgs;
import com.pulumi.kubernetes.core.v1.Service;
import com.pulumi.kubernetes.core.v1.ServiceAccount;
import com.pulumi.kubernetes.core.v1.ServiceAccountArgs;
import com.pulumi.kubernetes.core.v1.ServiceArgs;
import com.pulumi.kubernetes.core.v1.inputs.ServicePortArgs;
import com.pulumi.kubernetes.core.v1.inputs.ServiceSpecArgs;
import com.pulumi.kubernetes.helm.v3.Release;
import com.pulumi.kubernetes.helm.v3.ReleaseArgs;
import com.pulumi.kubernetes.helm.v3.inputs.RepositoryOptsArgs;
import com.pulumi.kubernetes.meta.v1.inputs.LabelSelectorArgs;
import com.pulumi.kubernetes.meta.v1.inputs.ObjectMetaArgs;
import com.pulumi.kubernetes.networking.v1.Ingress;
import com.pulumi.kubernetes.networking.v1.IngressArgs;
import com.pulumi.kubernetes.networking.v1.NetworkPolicy;
import com.pulumi.kubernetes.networking.v1.NetworkPolicyArgs;
import com.pulumi.kubernetes.networking.v1.inputs.IngressRuleArgs;
import com.pulumi.kubernetes.networking.v1.inputs.IngressSpecArgs;
import com.pulumi.kubernetes.networking.v1.inputs.NetworkPolicySpecArgs;
import com.pulumi.kubernetes.rbac.v1.ClusterRole;
import com.pulumi.kubernetes.rbac.v1.ClusterRoleArgs;
import com.pulumi.kubernetes.rbac.v1.ClusterRoleBinding;
import com.pulumi.kubernetes.rbac.v1.ClusterRoleBindingArgs;
import com.pulumi.kubernetes.rbac.v1.inputs.PolicyRuleArgs;
import com.pulumi.kubernetes.rbac.v1.inputs.RoleRefArgs;
import com.pulumi.kubernetes.rbac.v1.inputs.SubjectArgs;
import com.pulumi.kubernetes.storage.v1.StorageClass;
import com.pulumi.kubernetes.storage.v1.StorageClassArgs;
import java.util.Map;

/** Breaks the rules of the security pack's package {@code workload} that are about other objects than pods. */
final class KubernetesBreaches {
    private KubernetesBreaches() {}

    static void present() {
        namespaces();
        rights();
        ways();
        new ConfigMap(
                "readable-password",
                ConfigMapArgs.builder()
                        .metadata(SoundPod.metadata("readable-password").build())
                        .data(Map.of("DB_PASSWORD", "only-for-previews"))
                        .build());
        new StorageClass(
                "open-disks",
                StorageClassArgs.builder()
                        .provisioner("ebs.csi.aws.com")
                        .reclaimPolicy("Retain")
                        .parameters(Map.of("encrypted", "false"))
                        .build());
        new Release(
                "any-version",
                ReleaseArgs.builder()
                        .chart("metrics-server")
                        .version("^3.12.0")
                        .namespace(SoundPod.NAMESPACE)
                        .repositoryOpts(RepositoryOptsArgs.builder()
                                .repo("https://charts.example.org")
                                .build())
                        .build());
    }

    /** k8s-network-policy. */
    static void absent() {
        namespace("unguarded", "restricted");
    }

    /** k8s-ns-pod-security and k8s-resources-namespace. */
    private static void namespaces() {
        namespace("weak", "baseline");
        new NetworkPolicy(
                "weak",
                NetworkPolicyArgs.builder()
                        .metadata(ObjectMetaArgs.builder()
                                .name("weak")
                                .namespace("weak")
                                .build())
                        .spec(NetworkPolicySpecArgs.builder()
                                .podSelector(LabelSelectorArgs.builder().build())
                                .policyTypes("Ingress", "Egress")
                                .build())
                        .build());
        new Service(
                "nowhere",
                ServiceArgs.builder()
                        .metadata(ObjectMetaArgs.builder().name("nowhere").build())
                        .spec(ServiceSpecArgs.builder()
                                .type("ClusterIP")
                                .ports(ServicePortArgs.builder().port(443).build())
                                .build())
                        .build());
    }

    /** k8s-no-cluster-admin, k8s-no-token-automount, k8s-rbac-no-escalation and k8s-rbac-no-wildcard. */
    private static void rights() {
        new ClusterRoleBinding(
                "administrator",
                ClusterRoleBindingArgs.builder()
                        .metadata(ObjectMetaArgs.builder().name("somebody").build())
                        .roleRef(RoleRefArgs.builder()
                                .apiGroup("rbac.authorization.k8s.io")
                                .kind("ClusterRole")
                                .name("cluster-admin")
                                .build())
                        .subjects(SubjectArgs.builder()
                                .kind("Group")
                                .name("somebody")
                                .apiGroup("rbac.authorization.k8s.io")
                                .build())
                        .build());
        new ServiceAccount(
                "mounted",
                ServiceAccountArgs.builder()
                        .metadata(SoundPod.metadata("mounted").build())
                        .automountServiceAccountToken(true)
                        .build());
        role("escalating", "rbac.authorization.k8s.io", "clusterroles", "bind");
        role("everything", "", "configmaps", "*");
    }

    /** k8s-ingress-tls and k8s-service-exposure. */
    private static void ways() {
        new Ingress(
                "plain",
                IngressArgs.builder()
                        .metadata(SoundPod.metadata("plain").build())
                        .spec(IngressSpecArgs.builder()
                                .rules(IngressRuleArgs.builder()
                                        .host("api.example.org")
                                        .build())
                                .build())
                        .build());
        new Service(
                "node-port",
                ServiceArgs.builder()
                        .metadata(SoundPod.metadata("node-port").build())
                        .spec(ServiceSpecArgs.builder()
                                .type("NodePort")
                                .ports(ServicePortArgs.builder().port(443).build())
                                .build())
                        .build());
    }

    private static void role(String name, String group, String resource, String verb) {
        new ClusterRole(
                name,
                ClusterRoleArgs.builder()
                        .metadata(ObjectMetaArgs.builder().name(name).build())
                        .rules(PolicyRuleArgs.builder()
                                .apiGroups(group)
                                .resources(resource)
                                .verbs(verb)
                                .build())
                        .build());
    }

    private static void namespace(String name, String standard) {
        new Namespace(
                name,
                NamespaceArgs.builder()
                        .metadata(ObjectMetaArgs.builder()
                                .name(name)
                                .labels(Map.of("pod-security.kubernetes.io/enforce", standard))
                                .build())
                        .build());
    }
}
