package dev.plinth.policy;

/** What a violation of a rule does to the deployment. */
public enum EnforcementLevel {
    /** It is told. */
    ADVISORY,
    /** It stops the deployment. */
    MANDATORY,
    /** It is put right where the rule can do that, and stops the deployment where not. */
    REMEDIATE,
    /** The rule does not run. */
    DISABLED
}
