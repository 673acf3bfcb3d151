package dev.plinth.infra.release;

import dev.plinth.infra.config.Section;
import dev.plinth.infra.config.Shape;

/** How many pods each colour has at least and at most, and what each of them may use. */
public record WorkloadSpec(int replicas, int replicasMax, String cpu, String memory) {
    private static final int REPLICAS_MAX = 50;
    /** Room for a day that is three times as busy as a quiet one. */
    private static final int GROWTH = 3;

    private static final Shape<String> CPU = Shape.matching("[1-9]\\d*m?", "a Kubernetes CPU quantity", "500m");
    private static final Shape<String> MEMORY =
            Shape.matching("[1-9]\\d*(Mi|Gi)", "a Kubernetes memory quantity in Mi or Gi", "1Gi");

    public static WorkloadSpec read(Section settings) {
        int replicas = settings.integer("replicas", 1, REPLICAS_MAX, 2);
        return new WorkloadSpec(
                replicas,
                settings.integer("replicasMax", replicas, REPLICAS_MAX, Math.min(replicas * GROWTH, REPLICAS_MAX)),
                settings.value("cpu", CPU, "500m"),
                settings.value("memory", MEMORY, "1Gi"));
    }
}
