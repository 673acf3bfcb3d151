package dev.plinth.infra.release;

import com.pulumi.core.Output;
import com.pulumi.kubernetes.core.v1.inputs.CapabilitiesArgs;
import com.pulumi.kubernetes.core.v1.inputs.ContainerArgs;
import com.pulumi.kubernetes.core.v1.inputs.ContainerPortArgs;
import com.pulumi.kubernetes.core.v1.inputs.EmptyDirVolumeSourceArgs;
import com.pulumi.kubernetes.core.v1.inputs.EnvVarArgs;
import com.pulumi.kubernetes.core.v1.inputs.HTTPGetActionArgs;
import com.pulumi.kubernetes.core.v1.inputs.PodSecurityContextArgs;
import com.pulumi.kubernetes.core.v1.inputs.PodSpecArgs;
import com.pulumi.kubernetes.core.v1.inputs.ProbeArgs;
import com.pulumi.kubernetes.core.v1.inputs.ResourceRequirementsArgs;
import com.pulumi.kubernetes.core.v1.inputs.SeccompProfileArgs;
import com.pulumi.kubernetes.core.v1.inputs.SecurityContextArgs;
import com.pulumi.kubernetes.core.v1.inputs.TopologySpreadConstraintArgs;
import com.pulumi.kubernetes.core.v1.inputs.VolumeArgs;
import com.pulumi.kubernetes.core.v1.inputs.VolumeMountArgs;
import com.pulumi.kubernetes.meta.v1.inputs.LabelSelectorArgs;
import dev.plinth.infra.network.Port;
import java.util.List;
import java.util.Map;

/** A pod of the API: no rights it does not need, spread over zones and nodes, watched by three probes. */
final class Pod {
    /** The user of the image; any number but root's would do, since the root filesystem is read-only. */
    private static final int USER_ID = 10_001;

    /** Twice the time that a target group needs to stop sending requests to a pod that goes away. */
    private static final int GRACE_SECONDS = 60;

    private static final String API_PORT = "http";
    private static final String ADMIN_PORT = "admin";
    private static final String SCRATCH = "tmp";

    private Pod() {}

    static PodSpecArgs spec(
            WorkloadSpec workload, Output<String> image, List<EnvVarArgs> variables, Identity identity) {
        return PodSpecArgs.builder()
                .serviceAccountName(identity.serviceAccount())
                .automountServiceAccountToken(false)
                .enableServiceLinks(false)
                .terminationGracePeriodSeconds(GRACE_SECONDS)
                .securityContext(PodSecurityContextArgs.builder()
                        .runAsNonRoot(true)
                        .runAsUser(USER_ID)
                        .runAsGroup(USER_ID)
                        .seccompProfile(runtimeDefault())
                        .build())
                .topologySpreadConstraints(
                        spread("topology.kubernetes.io/zone", identity), spread("kubernetes.io/hostname", identity))
                .containers(container(workload, image, variables))
                .volumes(VolumeArgs.builder()
                        .name(SCRATCH)
                        .emptyDir(EmptyDirVolumeSourceArgs.builder()
                                .sizeLimit("64Mi")
                                .build())
                        .build())
                .build();
    }

    /** Who the pod is: its service account, and the labels by which it is found. */
    record Identity(Output<String> serviceAccount, Map<String, String> selector) {}

    private static ContainerArgs container(WorkloadSpec workload, Output<String> image, List<EnvVarArgs> variables) {
        return ContainerArgs.builder()
                .name("api")
                .image(image)
                .ports(port(API_PORT, Port.API), port(ADMIN_PORT, Port.ADMIN))
                .env(variables)
                // No limit on the CPU: it would slow a starting JVM, and requests already share the node fairly.
                .resources(ResourceRequirementsArgs.builder()
                        .requests(Map.of("cpu", workload.cpu(), "memory", workload.memory()))
                        .limits(Map.of("memory", workload.memory()))
                        .build())
                .securityContext(SecurityContextArgs.builder()
                        .allowPrivilegeEscalation(false)
                        .privileged(false)
                        .readOnlyRootFilesystem(true)
                        .runAsNonRoot(true)
                        .capabilities(CapabilitiesArgs.builder().drop("ALL").build())
                        .seccompProfile(runtimeDefault())
                        .build())
                .startupProbe(probe("/health/started", 2, 60))
                .readinessProbe(probe("/health/ready", 5, 2))
                .livenessProbe(probe("/health/live", 10, 3))
                .volumeMounts(VolumeMountArgs.builder()
                        .name(SCRATCH)
                        .mountPath("/tmp")
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

    private static SeccompProfileArgs runtimeDefault() {
        return SeccompProfileArgs.builder().type("RuntimeDefault").build();
    }
}
