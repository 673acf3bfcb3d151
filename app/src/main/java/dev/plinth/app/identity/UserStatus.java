package dev.plinth.app.identity;

/** Whether a user may sign in. */
public enum UserStatus {
    ACTIVE,
    /** Not for now. */
    SUSPENDED,
    /** Never again: nothing is known of the person any more. */
    ERASED
}
