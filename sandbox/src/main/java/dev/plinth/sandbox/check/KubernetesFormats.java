package dev.plinth.sandbox.check;

import java.util.List;

/** The formats that Kubernetes demands, each with its source. */
final class KubernetesFormats {
    private static final String LABELS = "Kubernetes API conventions: RFC 1123 subdomain names";

    static final List<FormatRule> RULES = List.of(
            rule(
                    "kubernetes:*",
                    "metadata.name",
                    Format.pattern(
                            "1 to 253 lower-case letters, digits, dots and hyphens",
                            "(?=.{1,253}$)[a-z0-9]([-a-z0-9.:]*[a-z0-9])?"),
                    LABELS),
            rule(
                    "kubernetes:*",
                    "metadata.namespace",
                    Format.pattern(
                            "1 to 63 lower-case letters, digits and hyphens", "[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?"),
                    LABELS),
            rule(
                    "kubernetes:apps/v1:Deployment",
                    "spec.replicas",
                    Format.range(0, 10_000),
                    "Kubernetes API, DeploymentSpec"),
            rule("kubernetes:*", "*.ports.containerPort", Format.range(1, 65535), "Kubernetes API, ContainerPort"),
            rule(
                    "kubernetes:core/v1:Service",
                    "spec.ports.port",
                    Format.range(1, 65535),
                    "Kubernetes API, ServicePort"),
            rule(
                    "kubernetes:core/v1:Service",
                    "spec.ports.targetPort",
                    Format.range(1, 65535),
                    "Kubernetes API, ServicePort"),
            rule(
                    "kubernetes:core/v1:Service",
                    "spec.type",
                    Format.oneOf("ClusterIP", "NodePort", "LoadBalancer", "ExternalName"),
                    "Kubernetes API, ServiceSpec"));

    private KubernetesFormats() {}

    private static FormatRule rule(String type, String path, Format format, String source) {
        return FormatRule.of(type, path, format, source);
    }
}
