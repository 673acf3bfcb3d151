package dev.plinth.policies.example;

import com.pulumi.aws.cloudwatch.LogGroup;
import com.pulumi.aws.lambda.Function;
import dev.plinth.policy.Context;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.Property;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceTypes;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Stack;
import dev.plinth.policy.StackRule;

/** The log group of a function is declared with it: a stack rule, which looks for another resource. */
final class FunctionLogGroup implements StackRule {
    private static final ResourceTypes FUNCTIONS = ResourceTypes.of(Function.class);
    private static final Property<String> FUNCTION = FUNCTIONS.text("name");
    private static final ResourceTypes GROUPS = ResourceTypes.of(LogGroup.class);
    private static final Property<String> GROUP = GROUPS.text("name");

    @Override
    public RuleInfo info() {
        return RuleInfo.mandatory("function-log-group", FUNCTIONS, "A function's log group is declared with it")
                .why("Lambda makes a missing log group itself, and that one keeps logs for ever.")
                .cure("add a LogGroup of the name /aws/lambda/FUNCTION");
    }

    @Override
    public Judgement check(Resource function, Stack stack, Context context) {
        // An unknown name makes the rule wait for this function; the others are judged.
        String wanted = "/aws/lambda/" + function.get(FUNCTION).orElse(function.name());
        boolean declared = stack.all(GROUPS).stream()
                .anyMatch(group -> group.get(GROUP).filter(wanted::equals).isPresent());
        return Judgement.violatedIf(!declared, "writes to %s, which nobody has declared".formatted(wanted));
    }
}
