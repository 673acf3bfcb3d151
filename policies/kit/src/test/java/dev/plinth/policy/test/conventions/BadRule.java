package dev.plinth.policy.test.conventions;

import dev.plinth.policy.Context;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.Property;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceRule;
import dev.plinth.policy.RuleConfig;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.SampleRules;

/** Breaks every convention that one rule can break. */
class BadRule implements ResourceRule {
    private record Limits(int daysMin) {}

    private static final RuleConfig<Limits> LIMITS = RuleConfig.of(new Limits(7));

    private final Property<Integer> days;

    BadRule(Property<Integer> days) {
        this.days = days;
    }

    @Override
    public RuleInfo info() {
        return RuleInfo.mandatory("wrong-rule", SampleRules.INSTANCES, "A title.")
                .why("no sentence")
                .cure("mend it.")
                .config(LIMITS);
    }

    @Override
    public Judgement check(Resource resource, Context context) {
        return Judgement.violatedIf(
                resource.get(days).orElse(0) < context.get(LIMITS).daysMin(), "is wrong");
    }
}
