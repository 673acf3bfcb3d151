package dev.plinth.policies.security.database;

import static dev.plinth.policy.Framework.CHECKOV;

import dev.plinth.policy.Context;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceRule;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** PostgreSQL writes down who changed what, by its own means or by pgAudit, and which statements were slow. */
final class RdsPostgresQueryLog implements ResourceRule {
    private static final Set<String> STATEMENTS = Set.of("ddl", "mod", "all");

    @Override
    public RuleInfo info() {
        return RuleInfo.advisory(
                        "rds-postgres-query-log",
                        PostgresParameters.GROUPS,
                        "A PostgreSQL database logs changes and slow statements")
                .severity(Severity.LOW)
                .controls(CHECKOV.control("CKV2_AWS_30"), CHECKOV.control("CKV2_AWS_27"))
                .why("Otherwise nobody can say who dropped the table, or which statement made everybody wait.")
                .cure(
                        "load pgaudit in shared_preload_libraries and set pgaudit.log, or set log_statement to 'ddl', which"
                                + " also writes new passwords; and set log_min_duration_statement to milliseconds");
    }

    @Override
    public Judgement check(Resource group, Context context) {
        if (PostgresParameters.majorVersion(group).isEmpty()) {
            return Judgement.notApplicable("is about PostgreSQL only");
        }
        var missing = new ArrayList<String>();
        if (!logsStatements(group) && !audits(group)) {
            missing.add("no changes, as neither log_statement nor pgAudit is on");
        }
        if (PostgresParameters.value(group, "log_min_duration_statement")
                .orElse("-1")
                .equals("-1")) {
            missing.add("no slow statements, as log_min_duration_statement is off");
        }
        return Judgement.violatedIf(!missing.isEmpty(), "logs " + String.join(", and ", missing));
    }

    private static boolean logsStatements(Resource group) {
        return STATEMENTS.contains(
                PostgresParameters.value(group, "log_statement").orElse("none"));
    }

    private static boolean audits(Resource group) {
        boolean loaded = List.of(PostgresParameters.value(group, "shared_preload_libraries")
                        .orElse("")
                        .split("\\s*,\\s*", -1))
                .contains("pgaudit");
        return loaded
                && !PostgresParameters.value(group, "pgaudit.log")
                        .orElse("none")
                        .equals("none");
    }
}
