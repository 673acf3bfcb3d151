package dev.plinth.sandbox.kubernetes;

import dev.plinth.sandbox.resource.SandboxException;
import dev.plinth.sandbox.state.StateStore;
import dev.plinth.sandbox.state.StoredResource;
import dev.plinth.sandbox.value.Properties;
import java.util.Map;

/** The kinds that a cluster does not know by itself, but by a controller's chart. */
record CustomResources(StateStore state) {
    private static final Map<String, String> CHARTS = Map.of(
            "elbv2.k8s.aws", "aws-load-balancer-controller",
            "external-secrets.io", "external-secrets");

    /** Fails, as a cluster of the program's own would, when nothing has brought the kind into it yet. */
    void require(String token) {
        var parts = token.split(":", 3);
        var chart = CHARTS.get(parts[1].split("/", 2)[0]);
        if (chart != null && ownCluster() && !deployed(chart)) {
            throw new SandboxException(
                    "no matches for kind \"%s\" in version \"%s\": a cluster has it from the moment the Helm release of chart %s is deployed; declare that and depend on it"
                            .formatted(parts[2], parts[1], chart));
        }
    }

    /** Whoever brings his own cluster has installed there what he needs. */
    private boolean ownCluster() {
        return !state.ofType("aws:eks/cluster:Cluster").isEmpty();
    }

    private boolean deployed(String chart) {
        return state.ofType(HelmRelease.TOKEN).stream()
                .filter(StoredResource::ready)
                .flatMap(release -> new Properties(release.inputs()).text("chart").stream())
                .anyMatch(name -> name.equals(chart) || name.endsWith("/" + chart));
    }
}
