package dev.plinth.policy;

import java.util.List;
import java.util.function.BiFunction;

/** A rule that needs to see how a resource stands to the others; it is judged on outputs, when all are there. */
public non-sealed interface StackRule extends Rule {
    /**
     * Says what is wrong with a resource of one of the rule's types, as {@link ResourceRule#check} does. An unknown
     * value makes the rule wait for this resource only.
     */
    List<String> check(Resource resource, Stack stack);

    /** A rule as a value, for those that need no class of their own. */
    static StackRule of(RuleInfo info, BiFunction<Resource, Stack, List<String>> check) {
        record Value(RuleInfo info, BiFunction<Resource, Stack, List<String>> judge) implements StackRule {
            @Override
            public List<String> check(Resource resource, Stack stack) {
                return judge.apply(resource, stack);
            }
        }
        return new Value(info, check);
    }
}
