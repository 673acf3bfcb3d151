package dev.plinth.policy.test.conventions;

import dev.plinth.policy.Context;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.Resource;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.SampleRules;
import dev.plinth.policy.Stack;
import dev.plinth.policy.StackRule;

final class ForgottenRule implements StackRule {
    @Override
    public RuleInfo info() {
        return SampleRules.info("forgotten-rule");
    }

    @Override
    public Judgement check(Resource resource, Stack stack, Context context) {
        return Judgement.kept();
    }
}
