package dev.plinth.policy.test.conventions;

import dev.plinth.policy.Context;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceRule;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.SampleRules;

final class GoodRule implements ResourceRule {
    @Override
    public RuleInfo info() {
        return SampleRules.info("good-rule");
    }

    @Override
    public Judgement check(Resource resource, Context context) {
        return Judgement.kept();
    }
}
