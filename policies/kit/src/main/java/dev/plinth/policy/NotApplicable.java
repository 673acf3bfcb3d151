package dev.plinth.policy;

/** A rule that had nothing to judge, or whose findings do not count, and why. */
public record NotApplicable(RuleInfo rule, String reason) {
    /** Why most rules have nothing to say of a resource. */
    public static final String OTHER_TYPES = "is about other types";
}
