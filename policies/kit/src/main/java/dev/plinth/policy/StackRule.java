package dev.plinth.policy;

/** A rule that needs to see how a resource stands to the others; it is judged on outputs, when all are there. */
public non-sealed interface StackRule extends Rule {
    /**
     * Judges a resource of one of the rule's types among all others. An unknown value makes the rule wait for this
     * resource only.
     */
    Judgement check(Resource resource, Stack stack, Context context);

    /** How a stack rule judges. */
    @FunctionalInterface
    interface Check {
        /** See {@link StackRule#check}. */
        Judgement judge(Resource resource, Stack stack, Context context);
    }

    /** A rule as a value, for those that need no class of their own. */
    static StackRule of(RuleInfo info, Check check) {
        record Value(RuleInfo info, Check judge) implements StackRule {
            @Override
            public Judgement check(Resource resource, Stack stack, Context context) {
                return judge.judge(resource, stack, context);
            }
        }
        return new Value(info, check);
    }
}
