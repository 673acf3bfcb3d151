package dev.plinth.app.http;

import dev.plinth.app.access.Scope;

/** Who may call an operation. */
public sealed interface Access {
    /** Everybody, without credentials. */
    record Everyone() implements Access {}

    /** Everybody who proved who they are: operations on what is the caller's own. */
    record SignedIn() implements Access {}

    /** Callers who have this right. */
    record Holders(Scope scope) implements Access {}
}
