package dev.plinth.infra.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.infra.Plan;
import dev.plinth.infra.StackFiles;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/** How many pods a colour has. */
final class ScalingPlanTest {
    static final List<String> STACKS = StackFiles.STACKS;

    private static final String SCALER = "kubernetes:autoscaling/v2:HorizontalPodAutoscaler";
    private static final String BUDGET = "kubernetes:policy/v1:PodDisruptionBudget";

    @ParameterizedTest
    @CsvSource({"local, 1, 1", "staging, 2, 6", "production, 3, 9"})
    void eachColourScalesBetweenItsLimits(String stack, double min, double max) {
        assertThat(Plan.of(stack).all(SCALER)).hasSize(2).allSatisfy(scaler -> {
            assertThat(scaler.at("spec", "minReplicas")).isEqualTo(min);
            assertThat(scaler.at("spec", "maxReplicas")).isEqualTo(max);
            assertThat(scaler.at("spec", "scaleTargetRef"))
                    .isEqualTo(Map.of("apiVersion", "apps/v1", "kind", "Deployment", "name", scaler.name()));
        });
    }

    @ParameterizedTest
    @FieldSource("STACKS")
    void theDeploymentLeavesTheNumberToTheScaler(String stack) {
        assertThat(Plan.of(stack).all("kubernetes:apps/v1:Deployment"))
                .hasSize(2)
                .allSatisfy(deployment ->
                        assertThat(PodAssertions.specKeys(deployment)).doesNotContain("replicas"));
    }

    @ParameterizedTest
    @FieldSource("STACKS")
    void nodesAreEmptiedOnePodOfAColourAtATime(String stack) {
        var plan = Plan.of(stack);

        assertThat(plan.all(BUDGET)).hasSize(2).allSatisfy(budget -> {
            assertThat(budget.at("spec", "maxUnavailable")).isEqualTo(1.0);
            assertThat(budget.at("spec", "selector"))
                    .isEqualTo(plan.one("kubernetes:apps/v1:Deployment", budget.name())
                            .at("spec", "selector"));
        });
    }

    @Test
    void theQuotaHoldsBothColoursAtTheirMostWhileTheyChange() {
        assertThat(Plan.of("production")
                        .one("kubernetes:core/v1:ResourceQuota", "api")
                        .at("spec", "hard", "pods"))
                .isEqualTo("22");
    }

    @Test
    void aMostBelowTheLeastIsRefused() {
        var failure = StackFiles.failure(StackFiles.valid("app: {replicas: 4, replicasMax: 3}"));

        assertThat(failure.problems())
                .anySatisfy(problem -> assertThat(problem.toString())
                        .contains("plinth:app.replicasMax", "a whole number from 4 to 50"));
    }
}
