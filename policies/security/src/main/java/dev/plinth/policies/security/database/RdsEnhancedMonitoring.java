package dev.plinth.policies.security.database;

import static dev.plinth.policy.Framework.AWS_FSBP;
import static dev.plinth.policy.Framework.CHECKOV;

import dev.plinth.policy.Context;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.Property;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceRule;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Severity;

/** A database's operating system is watched from inside, not from its host only. */
final class RdsEnhancedMonitoring implements ResourceRule {
    private static final Property<Integer> INTERVAL = Databases.SERVERS.integer("monitoringInterval");

    @Override
    public RuleInfo info() {
        return RuleInfo.advisory(
                        "rds-enhanced-monitoring",
                        Databases.SERVERS,
                        "A database's operating system is watched from inside")
                .severity(Severity.LOW)
                .controls(AWS_FSBP.control("RDS.6"), CHECKOV.control("CKV_AWS_118"))
                .why("From outside, a server that is busy with something else than the database looks like any other.")
                .cure("set monitoringInterval to 1 to 60 seconds, and monitoringRoleArn to a role that may write them");
    }

    @Override
    public Judgement check(Resource server, Context context) {
        return Judgement.violatedIf(
                server.get(INTERVAL).orElse(0) == 0, "is watched from outside only, as monitoringInterval is 0");
    }
}
