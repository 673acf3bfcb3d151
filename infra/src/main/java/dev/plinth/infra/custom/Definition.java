package dev.plinth.infra.custom;

/** The kinds that the cluster's controllers bring along, and the versions of them that this program writes. */
public enum Definition {
    /** Makes the AWS load balancer controller keep a target group equal to a Service's ready pods. */
    TARGET_GROUP_BINDING("elbv2.k8s.aws/v1beta1", "TargetGroupBinding"),
    /** Tells External Secrets where the secrets of a namespace come from. */
    SECRET_STORE("external-secrets.io/v1", "SecretStore"),
    /** Makes External Secrets keep a Secret equal to texts of Secrets Manager. */
    EXTERNAL_SECRET("external-secrets.io/v1", "ExternalSecret");

    private final String apiVersion;
    private final String kind;

    Definition(String apiVersion, String kind) {
        this.apiVersion = apiVersion;
        this.kind = kind;
    }

    /** The token that the Kubernetes provider gives to custom resources. */
    public String type() {
        return "kubernetes:%s:%s".formatted(apiVersion, kind);
    }

    String apiVersion() {
        return apiVersion;
    }

    String kind() {
        return kind;
    }
}
