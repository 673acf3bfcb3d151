package dev.plinth.sandbox.kubernetes;

import dev.plinth.sandbox.value.Properties;
import dev.plinth.sandbox.value.Value.Fields;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** A Kubernetes object's inputs, for reading. */
record KubernetesObject(Properties properties) {
    private static final Set<String> CLUSTER_WIDE = Set.of(
            "Namespace",
            "Node",
            "PersistentVolume",
            "ClusterRole",
            "ClusterRoleBinding",
            "ClusterSecretStore",
            "ClusterExternalSecret",
            "CustomResourceDefinition",
            "StorageClass",
            "PriorityClass",
            "IngressClass",
            "RuntimeClass",
            "CSIDriver",
            "APIService",
            "MutatingWebhookConfiguration",
            "ValidatingWebhookConfiguration",
            "ValidatingAdmissionPolicy",
            "ValidatingAdmissionPolicyBinding",
            "FlowSchema",
            "PriorityLevelConfiguration");

    static KubernetesObject of(Fields inputs) {
        return new KubernetesObject(new Properties(inputs));
    }

    Properties metadata() {
        return properties.in("metadata");
    }

    Properties spec() {
        return properties.in("spec");
    }

    String name() {
        return metadata().text("name").orElse("");
    }

    String namespace() {
        return metadata().text("namespace").orElse("default");
    }

    boolean namespaced() {
        return !CLUSTER_WIDE.contains(properties.text("kind").orElse(""));
    }

    Map<String, String> annotations() {
        return metadata().textMap("annotations");
    }

    String uid(String digits) {
        return UUID.nameUUIDFromBytes(digits.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
