package dev.plinth.app.http;

/** What calling an operation changes. */
public enum Effect {
    /** Nothing. */
    NONE,
    /** Something in the database: the call runs in one transaction, can be tried out, and can be repeated safely. */
    TRANSACTED,
    /** Something that must stay even when the call is refused, or that is too slow for a transaction. */
    APART
}
