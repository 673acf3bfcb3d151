package dev.plinth.policy;

import java.util.List;
import java.util.Optional;

/**
 * What a rule is: how it is named, how much it matters, what it applies to, why, what cures it, and what a user can set.
 *
 * @param title what is asked, as a sentence without a full stop: "A database encrypts its storage"
 */
public record RuleInfo(
        String id,
        String title,
        EnforcementLevel level,
        Severity severity,
        ResourceTypes types,
        Explanation explanation,
        Optional<RuleConfig<?>> config) {

    /** A rule that stops a deployment; it still needs its reason and its cure. */
    public static RuleInfo mandatory(String id, ResourceTypes types, String title) {
        return of(id, EnforcementLevel.MANDATORY, types, title);
    }

    /** A rule that advises; it still needs its reason and its cure. */
    public static RuleInfo advisory(String id, ResourceTypes types, String title) {
        return of(id, EnforcementLevel.ADVISORY, types, title);
    }

    /** A rule that runs only where it is configured to; it still needs its reason and its cure. */
    public static RuleInfo disabled(String id, ResourceTypes types, String title) {
        return of(id, EnforcementLevel.DISABLED, types, title);
    }

    private static RuleInfo of(String id, EnforcementLevel level, ResourceTypes types, String title) {
        return new RuleInfo(id, title, level, Severity.MEDIUM, types, Explanation.NONE, Optional.empty());
    }

    /** The same, of this severity instead of medium. */
    public RuleInfo severity(Severity other) {
        return new RuleInfo(id, title, level, other, types, explanation, config);
    }

    /** The same, coming from these controls. */
    public RuleInfo controls(Control... others) {
        return with(new Explanation(explanation.why(), explanation.cure(), List.of(others)));
    }

    /** The same, asked for this reason: what happens where the rule is broken, in a sentence or two. */
    public RuleInfo why(String other) {
        return with(new Explanation(other, explanation.cure(), explanation.controls()));
    }

    /** The same, cured by doing this: a clause in the imperative, without a full stop. */
    public RuleInfo cure(String other) {
        return with(new Explanation(explanation.why(), other, explanation.controls()));
    }

    /** The same, configured by this. */
    public RuleInfo config(RuleConfig<?> other) {
        return new RuleInfo(id, title, level, severity, types, explanation, Optional.of(other));
    }

    private RuleInfo with(Explanation other) {
        return new RuleInfo(id, title, level, severity, types, other, config);
    }
}
