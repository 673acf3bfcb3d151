package dev.plinth.sandbox.kubernetes;

import dev.plinth.sandbox.resource.SandboxException;
import dev.plinth.sandbox.value.Properties;
import java.util.Set;

/** What a cluster demands of the pods of a Deployment or a Job before it lets them in. */
record Admission(Objects objects) {
    private static final String PATH = "spec.template.spec.";
    private static final String ENFORCED = "pod-security.kubernetes.io/enforce";
    /** Every cluster has these. */
    private static final Set<String> GIVEN_PRIORITIES = Set.of("system-cluster-critical", "system-node-critical");

    /** Fails by naming the fields for which the pods would be refused. */
    void admit(KubernetesObject owner) {
        var pod = owner.spec().in("template").in("spec");
        secure(owner, pod);
        pod.text("serviceAccountName")
                .filter(name -> !name.equals("default")
                        && !objects.has("kubernetes:core/v1:ServiceAccount", owner.namespace(), name))
                .ifPresent(name -> refuse(
                        "serviceAccountName", "there is no ServiceAccount %s/%s".formatted(owner.namespace(), name)));
        pod.text("priorityClassName")
                .filter(name -> !GIVEN_PRIORITIES.contains(name)
                        && !objects.hasClusterWide("kubernetes:scheduling.k8s.io/v1:PriorityClass", name))
                .ifPresent(name -> refuse("priorityClassName", "there is no PriorityClass " + name));
    }

    private void secure(KubernetesObject owner, Properties pod) {
        var level = objects.namespaceLabels(owner.namespace()).getOrDefault(ENFORCED, "privileged");
        var violations = PodSecurity.violations(level, pod);
        if (!violations.isEmpty()) {
            throw new SandboxException("%s: namespace %s forbids its pods, which violate PodSecurity \"%s\": %s"
                    .formatted("spec.template.spec", owner.namespace(), level, String.join(", ", violations)));
        }
    }

    private static void refuse(String field, String problem) {
        throw new SandboxException(PATH + field + ": " + problem + "; declare it and refer to its name");
    }
}
