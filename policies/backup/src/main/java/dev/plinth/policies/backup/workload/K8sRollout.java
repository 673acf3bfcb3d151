package dev.plinth.policies.backup.workload;

import com.pulumi.kubernetes.apps.v1.Deployment;
import dev.plinth.policy.Context;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.ObjectProperty;
import dev.plinth.policy.Properties;
import dev.plinth.policy.Property;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceRule;
import dev.plinth.policy.ResourceTypes;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Severity;
import dev.plinth.policy.Value;
import java.util.Optional;

/** A new version starts before the old one stops. */
final class K8sRollout implements ResourceRule {
    private static final ResourceTypes DEPLOYMENTS = ResourceTypes.of(Deployment.class);
    private static final ObjectProperty<Properties> SPEC = DEPLOYMENTS.object("spec");
    private static final ObjectProperty<Properties> STRATEGY = SPEC.fields().object("strategy");
    private static final Property<String> TYPE = STRATEGY.fields().text("type");
    private static final ObjectProperty<Properties> ROLLING = STRATEGY.fields().object("rollingUpdate");
    private static final Property<Value> UNAVAILABLE = ROLLING.fields().open("maxUnavailable");

    @Override
    public RuleInfo info() {
        return RuleInfo.advisory("k8s-rollout", DEPLOYMENTS, "A deployment replaces its pods one after the other")
                .severity(Severity.LOW)
                .why(
                        "Each release is an outage for as long as the new version takes to start, or for good if it does not.")
                .cure("use the strategy RollingUpdate with a maxUnavailable below 100%");
    }

    @Override
    public Judgement check(Resource deployment, Context context) {
        return deployment
                .get(SPEC)
                .flatMap(spec -> spec.get(STRATEGY))
                .map(K8sRollout::checkStrategy)
                .orElse(Judgement.kept());
    }

    private static Judgement checkStrategy(Properties strategy) {
        if (strategy.get(TYPE).orElse("RollingUpdate").equals("Recreate")) {
            return Judgement.violated("stops all pods before it starts new ones, as its strategy is Recreate");
        }
        Optional<Amount> gone = strategy.get(ROLLING)
                .flatMap(rolling -> rolling.get(UNAVAILABLE))
                .flatMap(Amount::of);
        return Judgement.violatedIf(
                gone.filter(amount -> amount.percent() && amount.isAllOf(1)).isPresent(),
                "may stop all pods at once, as maxUnavailable is 100%");
    }
}
