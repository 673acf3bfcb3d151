package dev.plinth.policy;

import java.util.List;

/** A rule that needs to see how a resource stands to the others; it is judged on outputs, when all are there. */
public non-sealed interface StackRule extends Rule {
    /**
     * Says what is wrong with a resource of one of the rule's types, as {@link ResourceRule#check} does. An unknown
     * value makes the rule wait for this resource only.
     */
    List<String> check(Resource resource, Stack stack);
}
