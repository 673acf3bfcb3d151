package dev.plinth.policies.security.database;

import static dev.plinth.policy.Framework.AWS_FSBP;
import static dev.plinth.policy.Framework.CHECKOV;

import dev.plinth.policy.Context;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.Patch;
import dev.plinth.policy.Property;
import dev.plinth.policy.RemediatingRule;
import dev.plinth.policy.Resource;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Severity;
import java.util.List;
import java.util.stream.Stream;

/** PostgreSQL's log is kept outside of the server, where it outlives the server and who broke into it. */
final class RdsPostgresLogExports implements RemediatingRule {
    private static final Property<List<String>> EXPORTS = Databases.ALL.texts("enabledCloudwatchLogsExports");
    private static final String LOG = "postgresql";

    @Override
    public RuleInfo info() {
        return RuleInfo.mandatory(
                        "rds-postgres-log-exports", Databases.ALL, "A PostgreSQL database sends its log to CloudWatch")
                .severity(Severity.MEDIUM)
                .controls(
                        AWS_FSBP.control("RDS.9"),
                        AWS_FSBP.control("RDS.36"),
                        AWS_FSBP.control("RDS.37"),
                        CHECKOV.control("CKV_AWS_129"),
                        CHECKOV.control("CKV_AWS_324"))
                .why("On the server the log lives for some days: after that nobody can say who signed in.")
                .cure("add 'postgresql' to enabledCloudwatchLogsExports");
    }

    @Override
    public Judgement check(Resource database, Context context) {
        if (!Databases.isPostgres(database)) {
            return Judgement.notApplicable("is about PostgreSQL only, as far as the database itself says its engine");
        }
        return Judgement.violatedIf(
                !exports(database).contains(LOG),
                "keeps its log to itself, as enabledCloudwatchLogsExports lacks 'postgresql'");
    }

    @Override
    public Patch remedy(Resource database, Context context) {
        if (!Databases.isPostgres(database) || exports(database).contains(LOG)) {
            return Patch.NONE;
        }
        return Patch.put(
                EXPORTS,
                Stream.concat(exports(database).stream(), Stream.of(LOG)).toList());
    }

    private static List<String> exports(Resource database) {
        return database.get(EXPORTS).orElse(List.of());
    }
}
