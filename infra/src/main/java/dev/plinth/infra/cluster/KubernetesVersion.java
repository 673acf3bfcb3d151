package dev.plinth.infra.cluster;

import dev.plinth.infra.config.Shape;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * The minor versions of Kubernetes that a cluster may have: those that EKS has in standard support. Their last days, by
 * docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions.html: 1.34 on 2026-12-02, 1.35 on 2027-03-27, 1.36 later.
 */
public enum KubernetesVersion {
    V1_34("1.34", "v1.34.5"),
    V1_35("1.35", "v1.35.2"),
    V1_36("1.36", "v1.36.1");

    private final String minor;
    private final String autoscaler;

    KubernetesVersion(String minor, String autoscaler) {
        this.minor = minor;
        this.autoscaler = autoscaler;
    }

    static Shape<KubernetesVersion> shape() {
        var known = Arrays.stream(values()).map(KubernetesVersion::toString).collect(Collectors.joining(", "));
        return new Shape<>(
                "a version in EKS's standard support, in quotes: " + known,
                V1_35.minor,
                text -> Arrays.stream(values())
                        .filter(version -> version.minor.equals(text))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException(text)));
    }

    /**
     * The release of the autoscaler for this version: it simulates the scheduler, so its minor version is the cluster's.
     * Newest ones by the tags of github.com/kubernetes/autoscaler in August 2026.
     */
    String autoscaler() {
        return autoscaler;
    }

    @Override
    public String toString() {
        return minor;
    }
}
