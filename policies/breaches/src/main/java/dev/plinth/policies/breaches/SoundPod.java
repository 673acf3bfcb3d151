package dev.plinth.policies.breaches;

import com.pulumi.kubernetes.core.v1.inputs.CapabilitiesArgs;
import com.pulumi.kubernetes.core.v1.inputs.ContainerArgs;
import com.pulumi.kubernetes.core.v1.inputs.PodSecurityContextArgs;
import com.pulumi.kubernetes.core.v1.inputs.PodSpecArgs;
import com.pulumi.kubernetes.core.v1.inputs.ResourceRequirementsArgs;
import com.pulumi.kubernetes.core.v1.inputs.SeccompProfileArgs;
import com.pulumi.kubernetes.core.v1.inputs.SecurityContextArgs;
import com.pulumi.kubernetes.meta.v1.inputs.ObjectMetaArgs;
import java.util.Map;

/** A pod that breaks no rule. */
final class SoundPod {
    static final String NAMESPACE = "breaches";
    static final String REGISTRY = "111122223333.dkr.ecr.eu-central-1.amazonaws.com";

    private SoundPod() {}

    static ObjectMetaArgs.Builder metadata(String name) {
        return ObjectMetaArgs.builder().name(name).namespace(NAMESPACE).labels(Map.of("app", name));
    }

    static PodSpecArgs.Builder pod() {
        return PodSpecArgs.builder()
                .serviceAccountName("breaches")
                .automountServiceAccountToken(false)
                .restartPolicy("Never")
                .securityContext(podSecurity().build());
    }

    static PodSecurityContextArgs.Builder podSecurity() {
        return PodSecurityContextArgs.builder()
                .runAsNonRoot(true)
                .runAsUser(1000)
                .seccompProfile(
                        SeccompProfileArgs.builder().type("RuntimeDefault").build());
    }

    static ContainerArgs.Builder container() {
        return ContainerArgs.builder()
                .name("main")
                .image("%s/api@sha256:%064d".formatted(REGISTRY, 1))
                .resources(ResourceRequirementsArgs.builder()
                        .requests(Map.of("cpu", "100m", "memory", "128Mi"))
                        .limits(Map.of("memory", "128Mi"))
                        .build())
                .securityContext(security().build());
    }

    static SecurityContextArgs.Builder security() {
        return SecurityContextArgs.builder()
                .allowPrivilegeEscalation(false)
                .readOnlyRootFilesystem(true)
                .capabilities(CapabilitiesArgs.builder().drop("ALL").build());
    }
}
