package dev.plinth.app.limits;

/** Kinds of use, each with a limit of its own. */
public enum RateClass {
    /** By callers who are known: what changes nothing. */
    READ,
    /** By callers who are known: what changes something. */
    WRITE,
    /** All of one address by callers who did not say who they are. */
    ANONYMOUS
}
