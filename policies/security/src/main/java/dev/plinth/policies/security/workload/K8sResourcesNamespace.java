package dev.plinth.policies.security.workload;

import static dev.plinth.policy.Framework.CHECKOV;

import com.pulumi.kubernetes.Provider;
import com.pulumi.kubernetes.apps.v1.DaemonSet;
import com.pulumi.kubernetes.apps.v1.Deployment;
import com.pulumi.kubernetes.apps.v1.ReplicaSet;
import com.pulumi.kubernetes.apps.v1.StatefulSet;
import com.pulumi.kubernetes.batch.v1.CronJob;
import com.pulumi.kubernetes.batch.v1.Job;
import com.pulumi.kubernetes.core.v1.Pod;
import com.pulumi.kubernetes.core.v1.Secret;
import com.pulumi.kubernetes.core.v1.Service;
import dev.plinth.policy.Context;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.Property;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceRule;
import dev.plinth.policy.ResourceTypes;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Severity;
import dev.plinth.policy.kubernetes.Metadata;

/** An object stands in a namespace that somebody has chosen for it. */
final class K8sResourcesNamespace implements ResourceRule {
    private static final String DEFAULT = "default";

    private static final ResourceTypes OBJECTS = ResourceTypes.of(
            Pod.class,
            Deployment.class,
            StatefulSet.class,
            DaemonSet.class,
            ReplicaSet.class,
            Job.class,
            CronJob.class,
            Service.class,
            Secret.class);
    private static final Metadata METADATA = Metadata.of(OBJECTS);
    private static final Property<String> OF_PROVIDER =
            ResourceTypes.of(Provider.class).text("namespace");

    @Override
    public RuleInfo info() {
        return RuleInfo.advisory("k8s-resources-namespace", OBJECTS, "An object is not in the default namespace")
                .severity(Severity.LOW)
                .controls(CHECKOV.control("CKV_K8S_21"))
                .why("In the default namespace no quota, no network policy and no pod standard is to be expected.")
                .cure("set metadata.namespace to a namespace of the app");
    }

    @Override
    public Judgement check(Resource object, Context context) {
        if (METADATA.hasNamespace(object)) {
            // A namespace that is not known yet is made in the same run, so it is another one.
            return Judgement.violatedIf(
                    METADATA.knownNamespace(object).filter(DEFAULT::equals).isPresent(), "is in the default namespace");
        }
        boolean chosen = object.provider()
                .filter(provider -> provider.properties().has(OF_PROVIDER))
                .isPresent();
        return Judgement.violatedIf(!chosen, "says no namespace, so it lands in the default one");
    }
}
