package dev.plinth.policies.backup.database;

import static dev.plinth.policy.Framework.AWS_FSBP;
import static dev.plinth.policy.Framework.CHECKOV;
import static dev.plinth.policy.Framework.CIS_AWS;

import dev.plinth.policy.Context;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.Patch;
import dev.plinth.policy.Property;
import dev.plinth.policy.RemediatingRule;
import dev.plinth.policy.Resource;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Severity;

/** A database has a standby in another zone, which takes over by itself and has lost nothing. */
final class RdsMultiAz implements RemediatingRule {
    private static final Property<Boolean> STANDBY = Databases.INSTANCES.flag("multiAz");

    @Override
    public RuleInfo info() {
        return RuleInfo.mandatory("rds-multi-az", Databases.INSTANCES, "A database has a standby in another zone")
                .severity(Severity.MEDIUM)
                .controls(AWS_FSBP.control("RDS.5"), CIS_AWS.control("2.2.4"), CHECKOV.control("CKV_AWS_157"))
                .why(
                        "If the only machine or its zone fails, the service waits until a new one is restored from a backup.")
                .cure("set multiAz to true");
    }

    @Override
    public Judgement check(Resource instance, Context context) {
        if (Databases.isReplica(instance)) {
            return Judgement.notApplicable("leaves a replica to its source, from which it is made anew");
        }
        return Judgement.violatedIf(!hasStandby(instance), "has no standby in another zone, as multiAz is not true");
    }

    @Override
    public Patch remedy(Resource instance, Context context) {
        boolean kept = Databases.isReplica(instance) || hasStandby(instance);
        return kept ? Patch.NONE : Patch.put(STANDBY, true);
    }

    private static boolean hasStandby(Resource instance) {
        return instance.get(STANDBY).orElse(false);
    }
}
