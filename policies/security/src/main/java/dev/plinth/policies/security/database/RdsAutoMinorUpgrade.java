package dev.plinth.policies.security.database;

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

/** A database gets corrections of its engine without anybody having to think of it. */
final class RdsAutoMinorUpgrade implements RemediatingRule {
    private static final Property<Boolean> AUTOMATIC = Databases.SERVERS.flag("autoMinorVersionUpgrade");

    @Override
    public RuleInfo info() {
        return RuleInfo.mandatory(
                        "rds-auto-minor-upgrade", Databases.SERVERS, "A database takes minor versions by itself")
                .severity(Severity.HIGH)
                .controls(
                        AWS_FSBP.control("RDS.13"),
                        AWS_FSBP.control("RDS.35"),
                        CIS_AWS.control("2.2.2"),
                        CHECKOV.control("CKV_AWS_226"))
                .why("Minor versions close holes that are public from the day on that they are closed.")
                .cure("set autoMinorVersionUpgrade to true");
    }

    @Override
    public Judgement check(Resource server, Context context) {
        return Judgement.violatedIf(
                !isAutomatic(server), "stays on its minor version, as autoMinorVersionUpgrade is false");
    }

    @Override
    public Patch remedy(Resource server, Context context) {
        return isAutomatic(server) ? Patch.NONE : Patch.put(AUTOMATIC, true);
    }

    private static boolean isAutomatic(Resource server) {
        return server.get(AUTOMATIC).orElse(true);
    }
}
