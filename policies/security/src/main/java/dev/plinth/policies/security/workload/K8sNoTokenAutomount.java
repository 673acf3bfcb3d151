package dev.plinth.policies.security.workload;

import static dev.plinth.policy.Framework.CHECKOV;

import com.pulumi.kubernetes.core.v1.ServiceAccount;
import dev.plinth.policy.Context;
import dev.plinth.policy.Described;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.Property;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceRule;
import dev.plinth.policy.ResourceTypes;
import dev.plinth.policy.RuleConfig;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.kubernetes.Metadata;
import dev.plinth.policy.kubernetes.PodSpec;
import dev.plinth.policy.kubernetes.Workloads;
import java.util.List;

/** A pod gets a token for the cluster's API only where its app is known to talk to it. */
final class K8sNoTokenAutomount implements ResourceRule {
    record Users(
            @Described("service accounts whose pods talk to the cluster's API")
            List<String> accounts) {}

    private static final RuleConfig<Users> USERS = RuleConfig.of(new Users(List.of()));
    private static final ResourceTypes ACCOUNTS = ResourceTypes.of(ServiceAccount.class);
    private static final Property<Boolean> OF_ACCOUNT = ACCOUNTS.flag("automountServiceAccountToken");
    private static final Metadata METADATA = Metadata.of(ACCOUNTS);
    private static final Property<Boolean> OF_POD = PodSpec.SHAPE.flag("automountServiceAccountToken");
    private static final Property<String> ACCOUNT = PodSpec.SHAPE.text("serviceAccountName");

    @Override
    public RuleInfo info() {
        var types = Workloads.ALL.and(ACCOUNTS);
        return RuleInfo.mandatory("k8s-no-token-automount", types, "A pod gets no token for the cluster's API unasked")
                .controls(CHECKOV.control("CKV_K8S_38"), CHECKOV.control("CKV_K8S_41"))
                .why("Whoever breaks into a pod asks the cluster's API with that token what else there is.")
                .cure(
                        "set automountServiceAccountToken of the pod and of its service account to false, or list the account")
                .config(USERS);
    }

    @Override
    public Judgement check(Resource resource, Context context) {
        List<String> users = context.get(USERS).accounts();
        return resource.is(ACCOUNTS)
                ? checkAccount(resource, users)
                : Workloads.judge(resource, pod -> checkPod(pod, users));
    }

    private static Judgement checkAccount(Resource account, List<String> users) {
        boolean mounted = account.get(OF_ACCOUNT).orElse(true);
        boolean asked = METADATA.knownName(account).filter(users::contains).isPresent();
        return Judgement.violatedIf(mounted && !asked, "hands its token to every pod that does not refuse it");
    }

    private static Judgement checkPod(PodSpec pod, List<String> users) {
        boolean mounted = pod.get(OF_POD).orElse(!pod.isPatch());
        return Judgement.violatedIf(
                mounted && !users.contains(account(pod)),
                "gets a token for the cluster's API, though its account is not listed");
    }

    private static String account(PodSpec pod) {
        // An account that is not known yet is made in the same run, so nobody has listed it by a name of its own.
        return pod.isUnknown(ACCOUNT) ? "" : pod.get(ACCOUNT).orElse("default");
    }
}
