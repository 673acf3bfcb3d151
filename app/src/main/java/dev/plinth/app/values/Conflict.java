package dev.plinth.app.values;

/** What can stand against a sound request. */
public enum Conflict {
    /** Something of that name is there already. */
    ALREADY_EXISTS,
    /** Something else still needs what was to go. */
    STILL_IN_USE,
    /** It is in a state that does not allow this. */
    WRONG_STATE,
    /** It would come to depend on itself. */
    WOULD_FORM_CYCLE
}
