package dev.plinth.policies.security.database;

import static dev.plinth.policy.Framework.AWS_FSBP;
import static dev.plinth.policy.Framework.CHECKOV;
import static dev.plinth.policy.Framework.TRIVY;

import dev.plinth.policy.Context;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.Patch;
import dev.plinth.policy.Property;
import dev.plinth.policy.RemediatingRule;
import dev.plinth.policy.Resource;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Severity;
import java.util.Set;

/** People and programs can sign in to a database as themselves, for as long as IAM lets them. */
final class RdsIamAuth implements RemediatingRule {
    private static final Property<Boolean> ENABLED = Databases.ALL.flag("iamDatabaseAuthenticationEnabled");
    private static final Set<String> ENGINES =
            Set.of("postgres", "mysql", "mariadb", "aurora-postgresql", "aurora-mysql");

    @Override
    public RuleInfo info() {
        return RuleInfo.advisory("rds-iam-auth", Databases.ALL, "A database can be signed in to with IAM")
                .severity(Severity.MEDIUM)
                .controls(
                        AWS_FSBP.control("RDS.10"),
                        AWS_FSBP.control("RDS.12"),
                        CHECKOV.control("CKV_AWS_161"),
                        CHECKOV.control("CKV_AWS_162"),
                        TRIVY.control("AWS-0176"))
                .why("Passwords are passed on and outlive their owner's job; a token of IAM ends after 15 minutes.")
                .cure("set iamDatabaseAuthenticationEnabled to true");
    }

    @Override
    public Judgement check(Resource database, Context context) {
        if (!isOffered(database)) {
            return Judgement.notApplicable("is about engines that IAM can sign in to");
        }
        return Judgement.violatedIf(
                !isEnabled(database), "knows passwords only, as iamDatabaseAuthenticationEnabled is not true");
    }

    @Override
    public Patch remedy(Resource database, Context context) {
        return !isOffered(database) || isEnabled(database) ? Patch.NONE : Patch.put(ENABLED, true);
    }

    private static boolean isOffered(Resource database) {
        return database.get(Databases.ENGINE).map(ENGINES::contains).orElse(true);
    }

    private static boolean isEnabled(Resource database) {
        return database.get(ENABLED).orElse(false);
    }
}
