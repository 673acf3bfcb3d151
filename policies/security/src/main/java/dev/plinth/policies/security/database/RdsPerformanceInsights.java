package dev.plinth.policies.security.database;

import static dev.plinth.policy.Framework.CHECKOV;
import static dev.plinth.policy.Framework.TRIVY;

import dev.plinth.policy.Context;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.Property;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceRule;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Severity;

/** What a database's sessions wait for is recorded, and only readable with a key of the account. */
final class RdsPerformanceInsights implements ResourceRule {
    private static final Property<Boolean> ENABLED = Databases.SERVERS.flag("performanceInsightsEnabled");
    private static final Property<String> KEY = Databases.SERVERS.text("performanceInsightsKmsKeyId");

    @Override
    public RuleInfo info() {
        return RuleInfo.advisory(
                        "rds-performance-insights", Databases.SERVERS, "A database records what its sessions wait for")
                .severity(Severity.LOW)
                .controls(
                        CHECKOV.control("CKV_AWS_353"),
                        CHECKOV.control("CKV_AWS_354"),
                        TRIVY.control("AWS-0133"),
                        TRIVY.control("AWS-0078"))
                .why("Without the record nobody can say what made last night slow; with it, statements are quoted.")
                .cure("set performanceInsightsEnabled to true and performanceInsightsKmsKeyId to a key of the account");
    }

    @Override
    public Judgement check(Resource server, Context context) {
        if (!server.get(ENABLED).orElse(false)) {
            return Judgement.violated("does not record its waits, as performanceInsightsEnabled is not true");
        }
        return Judgement.violatedIf(
                !server.has(KEY),
                "encrypts its record of waits with a key of AWS's, as performanceInsightsKmsKeyId is not set");
    }
}
