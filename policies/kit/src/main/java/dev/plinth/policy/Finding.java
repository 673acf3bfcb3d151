package dev.plinth.policy;

import java.util.List;
import java.util.stream.Collectors;

/** Something that a rule has to say of a resource; what it says never contains a secret of that resource. */
public record Finding(RuleInfo rule, String urn, Kind kind, EnforcementLevel level, String statement) {
    /** Why the rule speaks. */
    public enum Kind {
        /** The resource breaks the rule. */
        VIOLATION,
        /** The rule has to wait for a value that only the deployment will tell. */
        UNDECIDED,
        /** The rule itself failed. */
        BROKEN
    }

    /** The rule and where it comes from, what is wrong, and what to do about it, a line each. */
    public String message() {
        return "%s\n%s\n%s".formatted(headline(), statement, advice());
    }

    /** What the rule asks, and the controls that it comes from. */
    public String headline() {
        return rule.title() + sources();
    }

    /** What to do about it. */
    public String advice() {
        return switch (kind) {
            case VIOLATION -> "Cure: " + rule.explanation().cure();
            case UNDECIDED -> "The rule is judged when it is known.";
            case BROKEN ->
                "The rule itself failed, so nobody knows whether it is kept. Cure: mend the rule, or disable it.";
        };
    }

    Finding withStatement(String other) {
        return new Finding(rule, urn, kind, level, other);
    }

    private String sources() {
        List<Control> controls = rule.explanation().controls();
        return controls.isEmpty()
                ? ""
                : controls.stream().map(Control::toString).collect(Collectors.joining(", ", " (", ")"));
    }
}
