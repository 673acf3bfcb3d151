package dev.plinth.policy;

/** What came of a rule that puts right what it finds. */
public sealed interface Remedy {
    RuleInfo rule();

    /**
     * The resource is changed.
     *
     * @param patch what is changed of what the rules before have left
     */
    record Change(RuleInfo rule, Patch patch) implements Remedy {
        /** The rule and what was changed, in a line; never a value. */
        public String message() {
            return "%s: %s".formatted(rule.title(), patch.summary());
        }
    }

    /**
     * The resource stays as it is.
     *
     * @param statement why, with no secret in it
     */
    record Failure(RuleInfo rule, String statement) implements Remedy {
        /** The rule, why nothing was changed, and what to do, a line each. */
        public String message() {
            return "%s\n%s\nCure: %s"
                    .formatted(rule.title(), statement, rule.explanation().cure());
        }
    }
}
