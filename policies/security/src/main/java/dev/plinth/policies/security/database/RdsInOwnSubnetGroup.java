package dev.plinth.policies.security.database;

import static dev.plinth.policy.Framework.AWS_FSBP;

import dev.plinth.policy.Context;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.Property;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceRule;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Severity;
import java.util.Set;

/** A database stands in subnets that somebody has chosen for it, not in those that come with an account. */
final class RdsInOwnSubnetGroup implements ResourceRule {
    private static final Property<String> GROUP = Databases.ALL.text("dbSubnetGroupName");
    private static final Set<String> NONE = Set.of("", "default");

    @Override
    public RuleInfo info() {
        return RuleInfo.mandatory(
                        "rds-in-own-subnet-group", Databases.ALL, "A database stands in subnets of its own choice")
                .severity(Severity.MEDIUM)
                .controls(AWS_FSBP.control("RDS.18"))
                .why("The subnets that come with an account have a way to the internet.")
                .cure("set dbSubnetGroupName to a group of private subnets");
    }

    @Override
    public Judgement check(Resource database, Context context) {
        if (Databases.isReplica(database)) {
            return Judgement.notApplicable("leaves a replica to its source, beside which it stands");
        }
        // What is not known yet is the name of a group that is made with the database.
        boolean own =
                database.isUnknown(GROUP) || !NONE.contains(database.get(GROUP).orElse(""));
        return Judgement.violatedIf(!own, "stands in the default subnets, as dbSubnetGroupName names no group");
    }
}
