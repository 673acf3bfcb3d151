package dev.plinth.sandbox.kubernetes;

import dev.plinth.sandbox.pod.DeploymentSpec;
import dev.plinth.sandbox.pod.PodStatus;
import dev.plinth.sandbox.resource.MachineNames;
import dev.plinth.sandbox.state.StoredResource;
import java.time.Duration;
import java.util.List;

/** Deployments of the state as pods that run. */
record Workloads(Cluster cluster) {
    /** Kubernetes API, DeploymentSpec. */
    private static final int DEADLINE_SECONDS = 600;

    /** Makes the Deployment's pods be as its inputs and its autoscaler say. */
    List<PodStatus> bringUp(StoredResource deployment) {
        var pods = cluster.deployments()
                .apply(spec(deployment), ready -> cluster.proxies().move(deployment.urn(), ready));
        cluster.proxies().move(deployment.urn(), pods);
        return pods;
    }

    private DeploymentSpec spec(StoredResource deployment) {
        var object = KubernetesObject.of(deployment.inputs());
        var template = new PodTemplate(cluster.objects(), cluster.images());
        return new DeploymentSpec(
                MachineNames.of(deployment),
                deployment.urn().value(),
                replicas(deployment, object),
                template.serving(object),
                template.ending(object),
                Duration.ofSeconds(
                        object.spec().whole("progressDeadlineSeconds").orElse(DEADLINE_SECONDS)));
    }

    /** Without a number a cluster starts one pod and leaves the rest, within its bounds, to the autoscaler. */
    private int replicas(StoredResource deployment, KubernetesObject object) {
        int wanted = object.spec()
                .whole("replicas")
                .orElseGet(() -> Math.max(
                        1,
                        cluster.deployments().pods(MachineNames.of(deployment)).size()));
        return cluster.objects()
                .autoscaler(object)
                .map(scaler -> Math.clamp(
                        wanted,
                        scaler.spec().whole("minReplicas").orElse(1),
                        scaler.spec().whole("maxReplicas").orElse(Integer.MAX_VALUE)))
                .orElse(wanted);
    }
}
