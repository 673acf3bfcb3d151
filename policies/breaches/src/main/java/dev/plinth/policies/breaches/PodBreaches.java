package dev.plinth.policies.breaches;

import com.pulumi.kubernetes.batch.v1.Job;
import com.pulumi.kubernetes.batch.v1.JobArgs;
import com.pulumi.kubernetes.batch.v1.inputs.JobSpecArgs;
import com.pulumi.kubernetes.core.v1.inputs.CapabilitiesArgs;
import com.pulumi.kubernetes.core.v1.inputs.ContainerArgs;
import com.pulumi.kubernetes.core.v1.inputs.ContainerPortArgs;
import com.pulumi.kubernetes.core.v1.inputs.HostPathVolumeSourceArgs;
import com.pulumi.kubernetes.core.v1.inputs.NFSVolumeSourceArgs;
import com.pulumi.kubernetes.core.v1.inputs.PodSecurityContextArgs;
import com.pulumi.kubernetes.core.v1.inputs.PodSpecArgs;
import com.pulumi.kubernetes.core.v1.inputs.PodTemplateSpecArgs;
import com.pulumi.kubernetes.core.v1.inputs.ResourceRequirementsArgs;
import com.pulumi.kubernetes.core.v1.inputs.SeccompProfileArgs;
import com.pulumi.kubernetes.core.v1.inputs.SecurityContextArgs;
import com.pulumi.kubernetes.core.v1.inputs.SysctlArgs;
import com.pulumi.kubernetes.core.v1.inputs.VolumeArgs;
import java.util.Map;

/** Breaks the rules of both packs' packages {@code workload} that are about the pods of a job, too. */
final class PodBreaches {
    private PodBreaches() {}

    static void present() {
        k8sBaselineMisc();
        k8sDropAllCapabilities();
        k8sImagePinned();
        k8sImageRegistry();
        k8sNoHostNamespaces();
        k8sNoHostPath();
        k8sNoHostPorts();
        k8sNoPrivilegeEscalation();
        k8sNoPrivileged();
        k8sReadOnlyRoot();
        k8sRequestsLimits();
        k8sRunAsNonRoot();
        k8sSeccomp();
        k8sVolumeTypes();
    }

    private static void k8sBaselineMisc() {
        var sysctl = SysctlArgs.builder().name("kernel.msgmax").value("65536").build();
        job("unsafe-sysctl", pod(podSecurity().sysctls(sysctl)), SoundPod.container());
    }

    private static void k8sDropAllCapabilities() {
        var capabilities = CapabilitiesArgs.builder().drop("NET_RAW").build();
        job("capable", SoundPod.pod(), secured(SoundPod.security().capabilities(capabilities)));
    }

    private static void k8sImagePinned() {
        job("latest", SoundPod.pod(), SoundPod.container().image(SoundPod.REGISTRY + "/api:latest"));
    }

    private static void k8sImageRegistry() {
        job("unknown-registry", SoundPod.pod(), SoundPod.container().image("docker.io/library/api:1.2.3"));
    }

    private static void k8sNoHostNamespaces() {
        job("host-network", SoundPod.pod().hostNetwork(true), SoundPod.container());
    }

    private static void k8sNoHostPath() {
        var path = HostPathVolumeSourceArgs.builder().path("/var/log").build();
        job("host-path", SoundPod.pod().volumes(volume().hostPath(path).build()), SoundPod.container());
    }

    private static void k8sNoHostPorts() {
        var port =
                ContainerPortArgs.builder().containerPort(8080).hostPort(8080).build();
        job("host-port", SoundPod.pod(), SoundPod.container().ports(port));
    }

    private static void k8sNoPrivilegeEscalation() {
        job("escalating", SoundPod.pod(), secured(SoundPod.security().allowPrivilegeEscalation(true)));
    }

    private static void k8sNoPrivileged() {
        job("privileged", SoundPod.pod(), secured(SoundPod.security().privileged(true)));
    }

    private static void k8sReadOnlyRoot() {
        job("writable", SoundPod.pod(), secured(SoundPod.security().readOnlyRootFilesystem(false)));
    }

    private static void k8sRequestsLimits() {
        var unlimited = ResourceRequirementsArgs.builder()
                .requests(Map.of("cpu", "100m", "memory", "128Mi"))
                .build();
        job("unlimited", SoundPod.pod(), SoundPod.container().resources(unlimited));
    }

    private static void k8sRunAsNonRoot() {
        job("root", pod(podSecurity().runAsNonRoot(false)), SoundPod.container());
    }

    private static void k8sSeccomp() {
        var unconfined = SeccompProfileArgs.builder().type("Unconfined").build();
        job("unconfined", pod(podSecurity().seccompProfile(unconfined)), SoundPod.container());
    }

    private static void k8sVolumeTypes() {
        var share = NFSVolumeSourceArgs.builder().server("files").path("/").build();
        job("network-share", SoundPod.pod().volumes(volume().nfs(share).build()), SoundPod.container());
    }

    private static PodSpecArgs.Builder pod(PodSecurityContextArgs.Builder security) {
        return SoundPod.pod().securityContext(security.build());
    }

    private static PodSecurityContextArgs.Builder podSecurity() {
        return SoundPod.podSecurity();
    }

    private static ContainerArgs.Builder secured(SecurityContextArgs.Builder security) {
        return SoundPod.container().securityContext(security.build());
    }

    private static VolumeArgs.Builder volume() {
        return VolumeArgs.builder().name("files");
    }

    /** A job, as rules about what has to be there at any time leave jobs alone. */
    private static void job(String name, PodSpecArgs.Builder pod, ContainerArgs.Builder container) {
        var template = PodTemplateSpecArgs.builder()
                .spec(pod.containers(container.build()).build())
                .build();
        new Job(
                name,
                JobArgs.builder()
                        .metadata(SoundPod.metadata(name).build())
                        .spec(JobSpecArgs.builder().template(template).build())
                        .build());
    }
}
