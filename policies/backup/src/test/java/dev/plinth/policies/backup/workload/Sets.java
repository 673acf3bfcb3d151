package dev.plinth.policies.backup.workload;

import com.pulumi.kubernetes.apps.v1.Deployment;
import com.pulumi.kubernetes.autoscaling.v2.HorizontalPodAutoscaler;
import com.pulumi.kubernetes.policy.v1.PodDisruptionBudget;
import dev.plinth.policy.test.TestResource;
import java.util.HashMap;
import java.util.Map;

/** Workloads of several pods, and what looks after their number. */
final class Sets {
    private Sets() {}

    static final String APP = "app";

    /** A deployment named "app" in the namespace "room", whose pods carry the label app=app. */
    static TestResource deployment(Map<String, Object> spec) {
        var all = new HashMap<>(spec);
        all.put("template", Map.of("metadata", Map.of("labels", Map.of(APP, APP))));
        return TestResource.of(Deployment.class, "deployment")
                .with("metadata", metadata())
                .with("spec", all);
    }

    /** An autoscaler of the object of this kind that is named "app". */
    static TestResource autoscaler(String kind, Map<String, Object> spec) {
        var all = new HashMap<>(spec);
        all.put("scaleTargetRef", Map.of("kind", kind, "name", APP));
        return TestResource.of(HorizontalPodAutoscaler.class, "scaler")
                .with("metadata", metadata())
                .with("spec", all);
    }

    /** A budget in the namespace "room" for pods with the label app=app. */
    static TestResource budget(Map<String, Object> spec) {
        var all = new HashMap<>(spec);
        all.put("selector", Map.of("matchLabels", Map.of(APP, APP)));
        return TestResource.of(PodDisruptionBudget.class, "budget")
                .with("metadata", metadata())
                .with("spec", all);
    }

    private static Map<String, Object> metadata() {
        return Map.of("name", APP, "namespace", "room");
    }
}
