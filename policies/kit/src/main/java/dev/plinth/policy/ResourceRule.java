package dev.plinth.policy;

import java.util.function.BiFunction;

/** A rule that can be judged on one resource alone, from its inputs. */
public non-sealed interface ResourceRule extends Rule {
    /**
     * Judges a resource of one of the rule's types. May read an unknown value: the rule then waits for the deployment.
     */
    Judgement check(Resource resource, Context context);

    /** A rule as a value, for those that need no class of their own. */
    static ResourceRule of(RuleInfo info, BiFunction<Resource, Context, Judgement> check) {
        record Value(RuleInfo info, BiFunction<Resource, Context, Judgement> judge) implements ResourceRule {
            @Override
            public Judgement check(Resource resource, Context context) {
                return judge.apply(resource, context);
            }
        }
        return new Value(info, check);
    }
}
