package dev.plinth.policies.security.workload;

import static dev.plinth.policy.Framework.CHECKOV;
import static dev.plinth.policy.Framework.POD_SECURITY;

import dev.plinth.policy.Context;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.Property;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceRule;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Severity;
import dev.plinth.policy.kubernetes.Container;
import dev.plinth.policy.kubernetes.Workloads;
import java.util.Optional;

/** No container runs as root, by whatever user its image asks for. */
final class K8sRunAsNonRoot implements ResourceRule {
    private static final Property<Boolean> NON_ROOT = Container.SHARED_SECURITY.flag("runAsNonRoot");
    private static final Property<Integer> USER = Container.SHARED_SECURITY.integer("runAsUser");

    @Override
    public RuleInfo info() {
        return RuleInfo.mandatory("k8s-run-as-non-root", Workloads.ALL, "A container does not run as root")
                .severity(Severity.HIGH)
                .controls(
                        POD_SECURITY.control("restricted: Running as Non-root"),
                        POD_SECURITY.control("restricted: Running as Non-root user"),
                        CHECKOV.control("CKV_K8S_23"))
                .why("Root in a container is root on the node as soon as one bug of kernel or runtime lets it out.")
                .cure("set securityContext.runAsNonRoot of the pod to true, and runAsUser to a number other than 0")
                .config(PodStandard.EXEMPTION);
    }

    @Override
    public Judgement check(Resource workload, Context context) {
        return PodStandard.judge(
                workload,
                context,
                pod -> Judgement.all(
                        () -> checkUser("its pod", pod.security(USER)),
                        () -> pod.eachContainer(K8sRunAsNonRoot::checkContainer)));
    }

    private static Judgement checkContainer(Container container) {
        return Judgement.all(
                () -> checkUser(container.title(), container.security(USER)),
                () -> Judgement.violatedIf(
                        !container.inherited(NON_ROOT).orElse(container.pod().isPatch()),
                        "may run %s as root, as runAsNonRoot is not true".formatted(container.title())));
    }

    private static Judgement checkUser(String where, Optional<Integer> user) {
        return Judgement.violatedIf(
                user.filter(id -> id == 0).isPresent(), "runs %s as root, as runAsUser is 0".formatted(where));
    }
}
