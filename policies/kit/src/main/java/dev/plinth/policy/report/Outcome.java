package dev.plinth.policy.report;

/** What came of a rule over a whole plan. */
public enum Outcome {
    /** It was judged, and nothing is wrong. */
    KEPT,
    /** At least one resource breaks it, or it failed itself. */
    VIOLATED,
    /** It has to wait for a value at least once, and is not broken otherwise. */
    UNDECIDED,
    /** It is broken only where an exemption holds. */
    EXEMPT,
    /** It had no resource to judge. */
    NOT_APPLICABLE,
    /** It is configured not to run. */
    DISABLED
}
