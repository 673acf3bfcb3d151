package dev.plinth.policy.report;

import static dev.plinth.policy.SampleRules.DAYS;
import static dev.plinth.policy.SampleRules.INSTANCES;
import static dev.plinth.policy.SampleRules.info;

import com.pulumi.aws.s3.Bucket;
import dev.plinth.policy.Configuration;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.Levels;
import dev.plinth.policy.PolicyPack;
import dev.plinth.policy.ResourceRule;
import dev.plinth.policy.ResourceTypes;
import dev.plinth.policy.Rule;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Severity;
import dev.plinth.policy.StackRule;
import dev.plinth.policy.plan.SamplePlans;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A pack with a rule for everything that can come of one. */
final class SampleReports {
    static final Rule DAYS_SEVEN = ResourceRule.of(
            info("days-seven"),
            (database, context) -> Judgement.violatedIf(
                    database.get(DAYS).orElse(0) < 7,
                    "keeps %d days".formatted(database.get(DAYS).orElse(0))));
    static final Rule ADVICE = StackRule.of(
            RuleInfo.advisory("advice", INSTANCES, "A database has company")
                    .severity(Severity.HIGH)
                    .cure("add another one"),
            (database, stack, context) ->
                    Judgement.violatedIf(stack.all(INSTANCES).size() == 1, "is alone & has <no> friend"));
    static final Rule BUCKETS = ResourceRule.of(
            RuleInfo.mandatory("buckets", ResourceTypes.of(Bucket.class), "A bucket is empty")
                    .cure("empty it"),
            (bucket, context) -> Judgement.kept());
    static final Rule OFF = ResourceRule.of(
            RuleInfo.disabled("off", INSTANCES, "Nobody asks").cure("ask nobody"),
            (database, context) -> Judgement.violated("is asked"));
    static final Rule BROKEN = ResourceRule.of(info("broken"), (database, context) -> {
        throw new IllegalStateException();
    });

    /** An exemption of the database {@code db} from {@link #DAYS_SEVEN}. */
    static final Configuration EXEMPT = new Configuration(
            Levels.DEFAULT,
            Map.of(
                    "exemptions",
                    Map.of(
                            "list",
                            List.of(Map.of(
                                    "rule",
                                    "days-seven",
                                    "resource",
                                    "aws:rds/instance:Instance::db",
                                    "reason",
                                    "it is a copy",
                                    "owner",
                                    "ann",
                                    "expires",
                                    "2999-01-01")))));

    private SampleReports() {}

    /** What the rules say of databases; see {@link SamplePlans#preview}. */
    static Report of(Path folder, List<Rule> rules, String... databases) {
        return of(folder, rules, Configuration.NONE, databases);
    }

    /** The same, configured like this. */
    static Report of(Path folder, List<Rule> rules, Configuration configuration, String... databases) {
        var plan = SamplePlans.read(folder, databases);
        var pack = new PolicyPack("sample", "1.2.3", "A pack for tests", rules);
        return new Report("plans/plan.json", plan, List.of(new Review(plan, plan.run()).by(pack, configuration)));
    }
}
