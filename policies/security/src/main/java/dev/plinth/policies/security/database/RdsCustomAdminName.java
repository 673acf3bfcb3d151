package dev.plinth.policies.security.database;

import static dev.plinth.policy.Framework.AWS_FSBP;

import dev.plinth.policy.Context;
import dev.plinth.policy.Described;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.Property;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceRule;
import dev.plinth.policy.RuleConfig;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Severity;
import java.util.List;
import java.util.Locale;

/** A database's administrator has a name that has to be found out first. */
final class RdsCustomAdminName implements ResourceRule {
    record Names(
            @Described("names that everybody tries, in small letters")
            List<String> refused) {}

    private static final RuleConfig<Names> NAMES =
            RuleConfig.of(new Names(List.of("admin", "administrator", "master", "postgres", "root")));
    private static final Property<String> OF_INSTANCE = Databases.INSTANCES.text("username");
    private static final Property<String> OF_CLUSTER = Databases.CLUSTERS.text("masterUsername");

    @Override
    public RuleInfo info() {
        return RuleInfo.advisory(
                        "rds-custom-admin-name", Databases.ALL, "A database's administrator has a name of its own")
                .severity(Severity.MEDIUM)
                .controls(AWS_FSBP.control("RDS.24"), AWS_FSBP.control("RDS.25"))
                .why("Whoever tries passwords has half of the login already if the name is the usual one.")
                .cure("give another name in username, or masterUsername of a cluster, before the database is made")
                .config(NAMES);
    }

    @Override
    public Judgement check(Resource database, Context context) {
        String name = database.get(database.is(Databases.INSTANCES) ? OF_INSTANCE : OF_CLUSTER)
                .orElse("");
        if (name.isEmpty()) {
            return Judgement.notApplicable("is about databases that are given an administrator");
        }
        boolean usual = context.get(NAMES).refused().contains(name.toLowerCase(Locale.ROOT));
        return Judgement.violatedIf(usual, "calls its administrator '%s', as everybody does".formatted(name));
    }
}
