package dev.plinth.policy.kubernetes;

import com.pulumi.kubernetes.apps.v1.DaemonSetPatch;
import com.pulumi.kubernetes.apps.v1.DeploymentPatch;
import com.pulumi.kubernetes.apps.v1.ReplicaSetPatch;
import com.pulumi.kubernetes.apps.v1.StatefulSetPatch;
import com.pulumi.kubernetes.batch.v1.CronJobPatch;
import com.pulumi.kubernetes.batch.v1.JobPatch;
import com.pulumi.kubernetes.core.v1.PodPatch;
import com.pulumi.kubernetes.core.v1.ReplicationControllerPatch;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.Patch;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceTypes;
import java.util.function.Function;

/** The Kubernetes objects that carry a pod: pods, what makes pods, and the patches of both. */
public final class Workloads {
    /** All of them. */
    public static final ResourceTypes ALL = PodPath.all();

    /** Those that change an object which somebody else has made: what they do not say, that object may say. */
    public static final ResourceTypes PATCHES = ResourceTypes.of(
            PodPatch.class,
            DeploymentPatch.class,
            StatefulSetPatch.class,
            DaemonSetPatch.class,
            ReplicaSetPatch.class,
            ReplicationControllerPatch.class,
            JobPatch.class,
            CronJobPatch.class);

    private Workloads() {}

    /** Judges the pod of a workload; has nothing to say of a patch that does not touch the pod. */
    public static Judgement judge(Resource workload, Function<PodSpec, Judgement> check) {
        return PodPath.of(workload)
                .pod(workload)
                .map(check)
                .orElseGet(() -> Judgement.notApplicable("finds no pod in it"));
    }

    /** Changes the pod of a workload; leaves a workload without one alone. */
    public static Patch patch(Resource workload, Function<PodSpec, Patch> change) {
        PodPath path = PodPath.of(workload);
        return path.pod(workload).map(pod -> path.patch(change.apply(pod))).orElse(Patch.NONE);
    }
}
