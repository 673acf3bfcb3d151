package dev.plinth.policy;

import java.util.List;

/** What a rule is: how it is named, how much it matters, what it applies to, where it comes from, what cures it. */
public record RuleInfo(
        String id,
        String title,
        EnforcementLevel level,
        Severity severity,
        ResourceTypes types,
        List<Control> controls,
        String cure) {
    public RuleInfo {
        controls = List.copyOf(controls);
    }

    /** A rule that stops a deployment; it still needs its cure. */
    public static RuleInfo mandatory(String id, ResourceTypes types, String title) {
        return new RuleInfo(id, title, EnforcementLevel.MANDATORY, Severity.MEDIUM, types, List.of(), "");
    }

    /** A rule that advises; it still needs its cure. */
    public static RuleInfo advisory(String id, ResourceTypes types, String title) {
        return new RuleInfo(id, title, EnforcementLevel.ADVISORY, Severity.MEDIUM, types, List.of(), "");
    }

    /** The same, of this severity instead of medium. */
    public RuleInfo severity(Severity other) {
        return new RuleInfo(id, title, level, other, types, controls, cure);
    }

    /** The same, coming from these controls. */
    public RuleInfo controls(Control... others) {
        return new RuleInfo(id, title, level, severity, types, List.of(others), cure);
    }

    /** The same, cured by doing this. */
    public RuleInfo cure(String other) {
        return new RuleInfo(id, title, level, severity, types, controls, other);
    }
}
