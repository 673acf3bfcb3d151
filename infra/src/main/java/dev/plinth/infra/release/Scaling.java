package dev.plinth.infra.release;

import com.pulumi.kubernetes.autoscaling.v2.HorizontalPodAutoscalerArgs;
import com.pulumi.kubernetes.autoscaling.v2.inputs.CrossVersionObjectReferenceArgs;
import com.pulumi.kubernetes.autoscaling.v2.inputs.HPAScalingPolicyArgs;
import com.pulumi.kubernetes.autoscaling.v2.inputs.HPAScalingRulesArgs;
import com.pulumi.kubernetes.autoscaling.v2.inputs.HorizontalPodAutoscalerBehaviorArgs;
import com.pulumi.kubernetes.autoscaling.v2.inputs.HorizontalPodAutoscalerSpecArgs;
import com.pulumi.kubernetes.autoscaling.v2.inputs.MetricSpecArgs;
import com.pulumi.kubernetes.autoscaling.v2.inputs.MetricTargetArgs;
import com.pulumi.kubernetes.autoscaling.v2.inputs.ResourceMetricSourceArgs;
import com.pulumi.kubernetes.meta.v1.inputs.LabelSelectorArgs;
import com.pulumi.kubernetes.meta.v1.inputs.ObjectMetaArgs;
import com.pulumi.kubernetes.policy.v1.PodDisruptionBudgetArgs;
import com.pulumi.kubernetes.policy.v1.inputs.PodDisruptionBudgetSpecArgs;
import java.util.Map;

/** How many pods a colour has: more under load, and never many fewer because somebody empties nodes. */
final class Scaling {
    /** Percent of what a pod asks for: the rest carries the load until new pods are ready. */
    private static final int CPU_TARGET = 70;

    private static final int UP_PERIOD = 30;
    private static final int DOWN_PERIOD = 60;

    /** Seconds. Load that comes back after a pause finds its pods still there. */
    private static final int DOWN_PAUSE = 300;

    private Scaling() {}

    /** By processor time alone: a JVM gives memory back so late that pods would only ever be added (record 0094). */
    static HorizontalPodAutoscalerArgs scaler(String deployment, WorkloadSpec workload, ObjectMetaArgs metadata) {
        return HorizontalPodAutoscalerArgs.builder()
                .metadata(metadata)
                .spec(HorizontalPodAutoscalerSpecArgs.builder()
                        .scaleTargetRef(CrossVersionObjectReferenceArgs.builder()
                                .apiVersion("apps/v1")
                                .kind("Deployment")
                                .name(deployment)
                                .build())
                        .minReplicas(workload.replicas())
                        .maxReplicas(workload.replicasMax())
                        .metrics(MetricSpecArgs.builder()
                                .type("Resource")
                                .resource(ResourceMetricSourceArgs.builder()
                                        .name("cpu")
                                        .target(MetricTargetArgs.builder()
                                                .type("Utilization")
                                                .averageUtilization(CPU_TARGET)
                                                .build())
                                        .build())
                                .build())
                        .behavior(HorizontalPodAutoscalerBehaviorArgs.builder()
                                .scaleUp(rules(0, "Percent", 100, UP_PERIOD))
                                .scaleDown(rules(DOWN_PAUSE, "Pods", 1, DOWN_PERIOD))
                                .build())
                        .build())
                .build();
    }

    /** Nodes are emptied one pod at a time; a pod that is broken anyway holds nobody up. */
    static PodDisruptionBudgetArgs disruptions(Map<String, String> selector, ObjectMetaArgs metadata) {
        return PodDisruptionBudgetArgs.builder()
                .metadata(metadata)
                .spec(PodDisruptionBudgetSpecArgs.builder()
                        .maxUnavailable(1)
                        .unhealthyPodEvictionPolicy("AlwaysAllow")
                        .selector(LabelSelectorArgs.builder()
                                .matchLabels(selector)
                                .build())
                        .build())
                .build();
    }

    private static HPAScalingRulesArgs rules(int pauseSeconds, String unit, int value, int periodSeconds) {
        return HPAScalingRulesArgs.builder()
                .stabilizationWindowSeconds(pauseSeconds)
                .policies(HPAScalingPolicyArgs.builder()
                        .type(unit)
                        .value(value)
                        .periodSeconds(periodSeconds)
                        .build())
                .build();
    }
}
