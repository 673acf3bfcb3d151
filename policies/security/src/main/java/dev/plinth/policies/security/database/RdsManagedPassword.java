package dev.plinth.policies.security.database;

import dev.plinth.policy.Context;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.Property;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceRule;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Severity;

/**
 * RDS draws, keeps and changes the administrator's password, so that no program ever holds it. Off by default: RDS makes
 * no replica of a database whose password it manages.
 */
final class RdsManagedPassword implements ResourceRule {
    private static final Property<Boolean> MANAGED = Databases.ALL.flag("manageMasterUserPassword");
    private static final Property<String> OF_INSTANCE = Databases.INSTANCES.text("password");
    private static final Property<String> OF_CLUSTER = Databases.CLUSTERS.text("masterPassword");

    @Override
    public RuleInfo info() {
        return RuleInfo.disabled(
                        "rds-managed-password", Databases.ALL, "RDS manages the password of a database's administrator")
                .severity(Severity.HIGH)
                .why("A password that a program gives is in its state, and stays the same until somebody changes it.")
                .cure("set manageMasterUserPassword to true instead of a password; where replicas rule that out, keep"
                        + " the password in a secret with a rotation and leave this rule off");
    }

    @Override
    public Judgement check(Resource database, Context context) {
        if (database.get(MANAGED).orElse(false)) {
            return Judgement.kept();
        }
        Property<String> password = database.is(Databases.INSTANCES) ? OF_INSTANCE : OF_CLUSTER;
        if (!database.has(password)) {
            return Judgement.notApplicable("is about databases that are given a password");
        }
        if (!database.isSecret(password)) {
            return Judgement.notApplicable("leaves a password that is not secret to sensitive-inputs-are-secret");
        }
        return Judgement.violated("is given its %s by the program".formatted(password.name()));
    }
}
