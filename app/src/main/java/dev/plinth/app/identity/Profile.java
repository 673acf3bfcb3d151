package dev.plinth.app.identity;

import dev.plinth.app.values.Label;

/** What is known of the person behind a user: personal data, in all its places sealed. */
public record Profile(Email email, Label displayName) {
    /** Hides the name too. */
    @Override
    public String toString() {
        return "Profile[hidden]";
    }
}
