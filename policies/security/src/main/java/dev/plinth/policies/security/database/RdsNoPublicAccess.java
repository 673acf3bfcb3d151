package dev.plinth.policies.security.database;

import static dev.plinth.policy.Framework.AWS_FSBP;
import static dev.plinth.policy.Framework.CHECKOV;
import static dev.plinth.policy.Framework.CIS_AWS;
import static dev.plinth.policy.Framework.TRIVY;

import dev.plinth.policy.Context;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.Patch;
import dev.plinth.policy.Property;
import dev.plinth.policy.RemediatingRule;
import dev.plinth.policy.Resource;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Severity;

/** A database has no address in the internet, whatever its security groups say today. */
final class RdsNoPublicAccess implements RemediatingRule {
    private static final Property<Boolean> PUBLIC = Databases.SERVERS.flag("publiclyAccessible");

    @Override
    public RuleInfo info() {
        return RuleInfo.mandatory(
                        "rds-no-public-access", Databases.SERVERS, "A database is not reachable from the internet")
                .severity(Severity.CRITICAL)
                .controls(
                        AWS_FSBP.control("RDS.2"),
                        CIS_AWS.control("2.2.3"),
                        CHECKOV.control("CKV_AWS_17"),
                        TRIVY.control("AWS-0180"))
                .why("A public address puts one password between the internet and the data.")
                .cure("set publiclyAccessible to false and connect from inside the VPC");
    }

    @Override
    public Judgement check(Resource database, Context context) {
        return Judgement.violatedIf(isPublic(database), "gets a public address, as publiclyAccessible is true");
    }

    @Override
    public Patch remedy(Resource database, Context context) {
        return isPublic(database) ? Patch.put(PUBLIC, false) : Patch.NONE;
    }

    private static boolean isPublic(Resource database) {
        return database.get(PUBLIC).orElse(false);
    }
}
