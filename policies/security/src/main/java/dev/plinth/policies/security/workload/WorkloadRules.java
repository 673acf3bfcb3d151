package dev.plinth.policies.security.workload;

import dev.plinth.policy.Rule;
import java.util.List;

/** The rules about kubernetes objects, by name. */
public final class WorkloadRules {
    private WorkloadRules() {}

    /** All of them. */
    public static List<Rule> all() {
        return List.of(
                new HelmReleasePinned(),
                new K8sBaselineMisc(),
                new K8sDropAllCapabilities(),
                new K8sImagePinned(),
                new K8sImageRegistry(),
                new K8sIngressTls(),
                new K8sNetworkPolicy(),
                new K8sNoClusterAdmin(),
                new K8sNoHostNamespaces(),
                new K8sNoHostPath(),
                new K8sNoHostPorts(),
                new K8sNoPlainSecretEnv(),
                new K8sNoPrivilegeEscalation(),
                new K8sNoPrivileged(),
                new K8sNoTokenAutomount(),
                new K8sNsPodSecurity(),
                new K8sRbacNoEscalation(),
                new K8sRbacNoWildcard(),
                new K8sReadOnlyRoot(),
                new K8sResourcesNamespace(),
                new K8sRunAsNonRoot(),
                new K8sSeccomp(),
                new K8sServiceExposure(),
                new K8sStorageEncrypted(),
                new K8sVolumeTypes());
    }
}
