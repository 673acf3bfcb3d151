package dev.plinth.policy;

import com.pulumi.aws.rds.Instance;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;

/** Rules for the tests of the kit; not one of them has an opinion on databases. */
public final class SampleRules {
    public static final ResourceTypes INSTANCES = ResourceTypes.of(Instance.class);
    public static final Property<Integer> DAYS = INSTANCES.integer("backupRetentionPeriod");
    public static final Property<String> PASSWORD = INSTANCES.text("password");
    public static final Property<String> SOURCE = INSTANCES.text("replicateSourceDb");
    public static final Property<String> IDENTIFIER = INSTANCES.text("identifier");

    private SampleRules() {}

    /** A mandatory rule that finds this of every instance. */
    public static Rule resourceRule(String id, Function<Resource, List<String>> check) {
        return ResourceRule.of(info(id), (resource, context) -> Judgement.violated(check.apply(resource)));
    }

    /** A mandatory rule that finds this of every instance in its stack. */
    public static Rule stackRule(String id, BiFunction<Resource, Stack, List<String>> check) {
        return StackRule.of(info(id), (resource, stack, context) -> Judgement.violated(check.apply(resource, stack)));
    }

    /** A mandatory rule that is broken where the condition holds, and changes this. */
    public static RemediatingRule remedyingRule(
            String id, Predicate<Resource> broken, Function<Resource, Patch> remedy) {
        return new Remedying(id, broken, remedy);
    }

    private record Remedying(String id, Predicate<Resource> broken, Function<Resource, Patch> change)
            implements RemediatingRule {
        @Override
        public RuleInfo info() {
            return SampleRules.info(id);
        }

        @Override
        public Judgement check(Resource resource, Context context) {
            return Judgement.violatedIf(broken.test(resource), "is wrong");
        }

        @Override
        public Patch remedy(Resource resource, Context context) {
            return change.apply(resource);
        }
    }

    public static PolicyPack pack(Rule... rules) {
        return new PolicyPack("sample", "1.2.3", "A pack for tests", List.of(rules));
    }

    public static RuleInfo info(String id) {
        return RuleInfo.mandatory(id, INSTANCES, "Title of " + id)
                .severity(Severity.HIGH)
                .controls(Framework.AWS_FSBP.control("RDS.11"), Framework.CHECKOV.control("CKV_AWS_133"))
                .why("It matters.")
                .cure("mend it");
    }
}
