package dev.plinth.policy;

import java.util.List;
import java.util.function.Function;

/** A rule that can be judged on one resource alone, from its inputs. */
public non-sealed interface ResourceRule extends Rule {
    /**
     * Says what is wrong with a resource of one of the rule's types, as clauses whose subject is the resource ("is
     * reachable from the internet"); empty if nothing is. May read an unknown value: the rule then waits for the
     * deployment.
     */
    List<String> check(Resource resource);

    /** A rule as a value, for those that need no class of their own. */
    static ResourceRule of(RuleInfo info, Function<Resource, List<String>> check) {
        record Value(RuleInfo info, Function<Resource, List<String>> judge) implements ResourceRule {
            @Override
            public List<String> check(Resource resource) {
                return judge.apply(resource);
            }
        }
        return new Value(info, check);
    }
}
