package dev.plinth.infra.release;

import com.pulumi.core.Output;
import com.pulumi.kubernetes.core.v1.inputs.ContainerArgs;
import com.pulumi.kubernetes.core.v1.inputs.ContainerPortArgs;
import com.pulumi.kubernetes.core.v1.inputs.EnvVarArgs;
import com.pulumi.kubernetes.core.v1.inputs.ExecActionArgs;
import com.pulumi.kubernetes.core.v1.inputs.HTTPGetActionArgs;
import com.pulumi.kubernetes.core.v1.inputs.LifecycleArgs;
import com.pulumi.kubernetes.core.v1.inputs.LifecycleHandlerArgs;
import com.pulumi.kubernetes.core.v1.inputs.PodSpecArgs;
import com.pulumi.kubernetes.core.v1.inputs.ProbeArgs;
import com.pulumi.kubernetes.core.v1.inputs.TopologySpreadConstraintArgs;
import com.pulumi.kubernetes.meta.v1.inputs.LabelSelectorArgs;
import dev.plinth.infra.network.Port;
import java.util.List;
import java.util.Map;

/** A pod of the API: no rights it does not need, spread over zones and nodes, watched by three probes. */
final class Pod {
    private static final String API_PORT = "http";
    private static final String ADMIN_PORT = "admin";

    private Pod() {}

    static PodSpecArgs spec(
            WorkloadSpec workload, Output<String> image, List<EnvVarArgs> variables, Identity identity) {
        return PodSpecArgs.builder()
                .serviceAccountName(identity.serviceAccount())
                .automountServiceAccountToken(false)
                .enableServiceLinks(false)
                .priorityClassName(identity.priority())
                .terminationGracePeriodSeconds(Drain.grace())
                .securityContext(Hardening.pod())
                .topologySpreadConstraints(
                        spread("topology.kubernetes.io/zone", identity), spread("kubernetes.io/hostname", identity))
                .containers(container(workload, image, variables))
                .volumes(Hardening.scratch())
                .build();
    }

    /** Who the pod is: its service account, its rank among other pods, and the labels by which it is found. */
    record Identity(Output<String> serviceAccount, Output<String> priority, Map<String, String> selector) {}

    private static ContainerArgs container(WorkloadSpec workload, Output<String> image, List<EnvVarArgs> variables) {
        return ContainerArgs.builder()
                .name("api")
                .image(image)
                .imagePullPolicy("Always")
                .ports(port(API_PORT, Port.API), port(ADMIN_PORT, Port.ADMIN))
                .env(variables)
                .resources(Allotment.of(workload.cpu(), workload.memory()))
                .securityContext(Hardening.container())
                .lifecycle(leaveSlowly())
                .startupProbe(probe("/health/started", 2, 60))
                .readinessProbe(probe("/health/ready", 5, 2))
                .livenessProbe(probe("/health/live", 10, 3))
                .volumeMounts(Hardening.scratchMount())
                .build();
    }

    /** By the image's own program: the SDK is older than Kubernetes' sleep action (record 0092). */
    private static LifecycleArgs leaveSlowly() {
        return LifecycleArgs.builder()
                .preStop(LifecycleHandlerArgs.builder()
                        .exec(ExecActionArgs.builder()
                                .command("sleep", String.valueOf(Drain.preStop()))
                                .build())
                        .build())
                .build();
    }

    private static ProbeArgs probe(String path, int periodSeconds, int failures) {
        return ProbeArgs.builder()
                .httpGet(HTTPGetActionArgs.builder().path(path).port(ADMIN_PORT).build())
                .periodSeconds(periodSeconds)
                .timeoutSeconds(2)
                .failureThreshold(failures)
                .build();
    }

    private static ContainerPortArgs port(String name, int number) {
        return ContainerPortArgs.builder()
                .name(name)
                .containerPort(number)
                .protocol("TCP")
                .build();
    }

    private static TopologySpreadConstraintArgs spread(String key, Identity identity) {
        return TopologySpreadConstraintArgs.builder()
                .maxSkew(1)
                .topologyKey(key)
                // A zone that is down must not keep the others from starting pods.
                .whenUnsatisfiable("ScheduleAnyway")
                .labelSelector(LabelSelectorArgs.builder()
                        .matchLabels(identity.selector())
                        .build())
                .build();
    }
}
