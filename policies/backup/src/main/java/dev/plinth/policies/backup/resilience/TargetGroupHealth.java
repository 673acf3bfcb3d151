package dev.plinth.policies.backup.resilience;

import static dev.plinth.policy.Framework.CHECKOV;

import com.pulumi.aws.lb.TargetGroup;
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
import java.util.Optional;
import java.util.Set;

/** A load balancer asks its targets whether they can work, by a path that knows. */
final class TargetGroupHealth implements ResourceRule {
    private static final ResourceTypes GROUPS =
            ResourceTypes.of(TargetGroup.class, com.pulumi.aws.alb.TargetGroup.class);
    private static final Property<String> PROTOCOL = GROUPS.text("protocol");
    private static final ObjectProperty<Properties> HEALTH = GROUPS.object("healthCheck");
    private static final Property<Boolean> ENABLED = HEALTH.fields().flag("enabled");
    private static final Property<String> HEALTH_PROTOCOL = HEALTH.fields().text("protocol");
    private static final Property<String> PATH = HEALTH.fields().text("path");

    private static final Set<String> WITH_PATHS = Set.of("HTTP", "HTTPS");

    @Override
    public RuleInfo info() {
        return RuleInfo.mandatory("target-group-health", GROUPS, "A target group checks the health of its targets")
                .severity(Severity.LOW)
                .controls(CHECKOV.control("CKV_AWS_261"))
                .why("A broken program goes on to get its share of the requests, and answers each with an error.")
                .cure(
                        "leave healthCheck.enabled true and name a path in healthCheck.path that tells whether the program"
                                + " can work");
    }

    @Override
    public Judgement check(Resource group, Context context) {
        Optional<Properties> health = group.get(HEALTH);
        if (!health.flatMap(check -> check.get(ENABLED)).orElse(true)) {
            return Judgement.violated("checks no target, as healthCheck.enabled is false");
        }
        String protocol = health.flatMap(check -> check.get(HEALTH_PROTOCOL))
                .or(() -> group.get(PROTOCOL))
                .orElse("");
        boolean named = health.filter(check -> check.has(PATH)).isPresent();
        return Judgement.violatedIf(
                WITH_PATHS.contains(protocol) && !named,
                "asks no path that knows whether a target can work, as healthCheck.path is not set");
    }
}
