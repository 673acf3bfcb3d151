package dev.plinth.policies.breaches;

import com.pulumi.kubernetes.apps.v1.Deployment;
import com.pulumi.kubernetes.apps.v1.DeploymentArgs;
import com.pulumi.kubernetes.apps.v1.inputs.DeploymentSpecArgs;
import com.pulumi.kubernetes.apps.v1.inputs.DeploymentStrategyArgs;
import com.pulumi.kubernetes.autoscaling.v2.HorizontalPodAutoscaler;
import com.pulumi.kubernetes.autoscaling.v2.HorizontalPodAutoscalerArgs;
import com.pulumi.kubernetes.autoscaling.v2.inputs.CrossVersionObjectReferenceArgs;
import com.pulumi.kubernetes.autoscaling.v2.inputs.HorizontalPodAutoscalerSpecArgs;
import com.pulumi.kubernetes.core.v1.PersistentVolumeClaim;
import com.pulumi.kubernetes.core.v1.PersistentVolumeClaimArgs;
import com.pulumi.kubernetes.core.v1.Pod;
import com.pulumi.kubernetes.core.v1.PodArgs;
import com.pulumi.kubernetes.core.v1.inputs.ContainerArgs;
import com.pulumi.kubernetes.core.v1.inputs.HTTPGetActionArgs;
import com.pulumi.kubernetes.core.v1.inputs.PersistentVolumeClaimSpecArgs;
import com.pulumi.kubernetes.core.v1.inputs.PodSpecArgs;
import com.pulumi.kubernetes.core.v1.inputs.PodTemplateSpecArgs;
import com.pulumi.kubernetes.core.v1.inputs.ProbeArgs;
import com.pulumi.kubernetes.core.v1.inputs.ResourceRequirementsArgs;
import com.pulumi.kubernetes.core.v1.inputs.TopologySpreadConstraintArgs;
import com.pulumi.kubernetes.meta.v1.inputs.LabelSelectorArgs;
import com.pulumi.kubernetes.meta.v1.inputs.ObjectMetaArgs;
import com.pulumi.kubernetes.policy.v1.PodDisruptionBudget;
import com.pulumi.kubernetes.policy.v1.PodDisruptionBudgetArgs;
import com.pulumi.kubernetes.policy.v1.inputs.PodDisruptionBudgetSpecArgs;
import com.pulumi.kubernetes.storage.v1.StorageClass;
import com.pulumi.kubernetes.storage.v1.StorageClassArgs;
import java.util.Map;

/** Breaks the rules of the backup pack's package {@code workload}; k8s-requests-limits is broken by a job. */
final class WorkloadBreaches {
    private static final int SEVERAL = 2;

    private WorkloadBreaches() {}

    static void present() {
        pods();
        budgets();
        volumes();
        new HorizontalPodAutoscaler(
                "down-to-one",
                HorizontalPodAutoscalerArgs.builder()
                        .metadata(SoundPod.metadata("down-to-one").build())
                        .spec(HorizontalPodAutoscalerSpecArgs.builder()
                                .minReplicas(1)
                                .maxReplicas(4)
                                .scaleTargetRef(CrossVersionObjectReferenceArgs.builder()
                                        .apiVersion("apps/v1")
                                        .kind("Deployment")
                                        .name("elsewhere")
                                        .build())
                                .build())
                        .build());
    }

    /** k8s-min-replicas, k8s-no-bare-pods, k8s-probes, k8s-rollout and k8s-spread. */
    private static void pods() {
        deployment("alone", deployed("alone", pod("alone"), probed()).replicas(1));
        new Pod(
                "bare",
                PodArgs.builder()
                        .metadata(SoundPod.metadata("bare").build())
                        .spec(SoundPod.pod()
                                .containers(SoundPod.container().build())
                                .build())
                        .build());
        guarded(
                "unprobed",
                deployed("unprobed", pod("unprobed"), SoundPod.container().readinessProbe(probe())));
        guarded(
                "all-at-once",
                deployed("all-at-once", pod("all-at-once"), probed())
                        .strategy(DeploymentStrategyArgs.builder()
                                .type("Recreate")
                                .build()));
        guarded("crowded", deployed("crowded", SoundPod.pod().restartPolicy("Always"), probed()));
    }

    /** k8s-pdb and k8s-pdb-allows-eviction. */
    private static void budgets() {
        deployment("unguarded", deployed("unguarded", pod("unguarded"), probed()));
        budget("frozen", 0);
    }

    /** k8s-pvc-backup-label and k8s-retain-volumes. */
    private static void volumes() {
        new PersistentVolumeClaim(
                "unlabelled",
                PersistentVolumeClaimArgs.builder()
                        .metadata(SoundPod.metadata("unlabelled").build())
                        .spec(PersistentVolumeClaimSpecArgs.builder()
                                .accessModes("ReadWriteOnce")
                                .resources(ResourceRequirementsArgs.builder()
                                        .requests(Map.of("storage", "1Gi"))
                                        .build())
                                .build())
                        .build());
        new StorageClass(
                "fleeting",
                StorageClassArgs.builder()
                        .provisioner("ebs.csi.aws.com")
                        .reclaimPolicy("Delete")
                        .parameters(Map.of("encrypted", "true"))
                        .build());
    }

    private static PodSpecArgs.Builder pod(String name) {
        return SoundPod.pod()
                .restartPolicy("Always")
                .topologySpreadConstraints(TopologySpreadConstraintArgs.builder()
                        .maxSkew(1)
                        .topologyKey("topology.kubernetes.io/zone")
                        .whenUnsatisfiable("ScheduleAnyway")
                        .labelSelector(chosen(name))
                        .build());
    }

    private static ContainerArgs.Builder probed() {
        return SoundPod.container().readinessProbe(probe()).livenessProbe(probe());
    }

    private static ProbeArgs probe() {
        return ProbeArgs.builder()
                .httpGet(HTTPGetActionArgs.builder().path("/health").port(8080).build())
                .build();
    }

    private static DeploymentSpecArgs.Builder deployed(
            String name, PodSpecArgs.Builder pod, ContainerArgs.Builder container) {
        return DeploymentSpecArgs.builder()
                .replicas(SEVERAL)
                .selector(chosen(name))
                .template(PodTemplateSpecArgs.builder()
                        .metadata(ObjectMetaArgs.builder()
                                .labels(Map.of("app", name))
                                .build())
                        .spec(pod.containers(container.build()).build())
                        .build());
    }

    private static void guarded(String name, DeploymentSpecArgs.Builder spec) {
        deployment(name, spec);
        budget(name, 1);
    }

    private static void deployment(String name, DeploymentSpecArgs.Builder spec) {
        new Deployment(
                name,
                DeploymentArgs.builder()
                        .metadata(SoundPod.metadata(name).build())
                        .spec(spec.build())
                        .build());
    }

    private static void budget(String name, int unavailable) {
        new PodDisruptionBudget(
                name,
                PodDisruptionBudgetArgs.builder()
                        .metadata(SoundPod.metadata(name).build())
                        .spec(PodDisruptionBudgetSpecArgs.builder()
                                .maxUnavailable(unavailable)
                                .selector(chosen(name))
                                .build())
                        .build());
    }

    private static LabelSelectorArgs chosen(String name) {
        return LabelSelectorArgs.builder().matchLabels(Map.of("app", name)).build();
    }
}
