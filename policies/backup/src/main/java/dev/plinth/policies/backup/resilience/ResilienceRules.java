package dev.plinth.policies.backup.resilience;

import dev.plinth.policy.Rule;
import java.util.List;

/** The rules about what goes on when a zone or a machine is gone, by name. */
public final class ResilienceRules {
    private ResilienceRules() {}

    /** All of them. */
    public static List<Rule> all() {
        return List.of(
                new AlbResilience(),
                new CloudfrontOriginFailover(),
                new EksSpread(),
                new RdsSubnetGroupSpread(),
                new Route53FailoverChecked(),
                new TargetGroupHealth());
    }
}
