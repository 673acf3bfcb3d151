package dev.plinth.policy.kubernetes;

import com.pulumi.kubernetes.apps.v1.DaemonSet;
import com.pulumi.kubernetes.apps.v1.DaemonSetPatch;
import com.pulumi.kubernetes.apps.v1.Deployment;
import com.pulumi.kubernetes.apps.v1.DeploymentPatch;
import com.pulumi.kubernetes.apps.v1.ReplicaSet;
import com.pulumi.kubernetes.apps.v1.ReplicaSetPatch;
import com.pulumi.kubernetes.apps.v1.StatefulSet;
import com.pulumi.kubernetes.apps.v1.StatefulSetPatch;
import com.pulumi.kubernetes.batch.v1.CronJob;
import com.pulumi.kubernetes.batch.v1.CronJobPatch;
import com.pulumi.kubernetes.batch.v1.Job;
import com.pulumi.kubernetes.batch.v1.JobPatch;
import com.pulumi.kubernetes.core.v1.Pod;
import com.pulumi.kubernetes.core.v1.PodPatch;
import com.pulumi.kubernetes.core.v1.ReplicationController;
import com.pulumi.kubernetes.core.v1.ReplicationControllerPatch;
import dev.plinth.policy.ObjectProperty;
import dev.plinth.policy.Patch;
import dev.plinth.policy.Properties;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceTypes;
import dev.plinth.policy.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where the spec of the pod stands in the objects of some types. */
final class PodPath {
    private static final PodPath POD = new PodPath(ResourceTypes.of(Pod.class, PodPatch.class), "spec");

    private static final PodPath TEMPLATE = new PodPath(
            ResourceTypes.of(
                    Deployment.class,
                    DeploymentPatch.class,
                    StatefulSet.class,
                    StatefulSetPatch.class,
                    DaemonSet.class,
                    DaemonSetPatch.class,
                    ReplicaSet.class,
                    ReplicaSetPatch.class,
                    ReplicationController.class,
                    ReplicationControllerPatch.class,
                    Job.class,
                    JobPatch.class),
            "spec",
            "template",
            "spec");

    private static final PodPath SCHEDULE = new PodPath(
            ResourceTypes.of(CronJob.class, CronJobPatch.class), "spec", "jobTemplate", "spec", "template", "spec");

    private static final List<PodPath> ALL = List.of(POD, TEMPLATE, SCHEDULE);

    private final ResourceTypes types;
    private final List<ObjectProperty<Properties>> steps = new ArrayList<>();

    private PodPath(ResourceTypes types, String... names) {
        this.types = types;
        Shape place = types;
        for (String name : names) {
            ObjectProperty<Properties> step = place.object(name);
            steps.add(step);
            place = step.fields();
        }
    }

    static ResourceTypes all() {
        return POD.types.and(TEMPLATE.types).and(SCHEDULE.types);
    }

    /** What a pod can have, wherever it stands. */
    static Shape podShape() {
        return Shape.together(
                ALL.stream().map(path -> path.steps.getLast().fields()).toArray(Shape[]::new));
    }

    static PodPath of(Resource workload) {
        return ALL.stream()
                .filter(path -> workload.is(path.types))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(workload.type() + " carries no pod"));
    }

    Optional<PodSpec> pod(Resource workload) {
        Optional<Properties> place = Optional.of(workload.properties());
        for (ObjectProperty<Properties> step : steps) {
            place = place.flatMap(properties -> properties.get(step));
        }
        return place.map(properties -> new PodSpec(properties, workload.is(Workloads.PATCHES)));
    }

    Patch patch(Patch pod) {
        Patch patch = pod;
        for (ObjectProperty<Properties> step : steps.reversed()) {
            patch = Patch.inside(step, patch);
        }
        return patch;
    }
}
