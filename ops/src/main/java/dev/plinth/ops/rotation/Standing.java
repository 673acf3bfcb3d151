package dev.plinth.ops.rotation;

import java.util.Optional;

/**
 * Where the rotation of a secret is.
 *
 * @param old the password that is to go
 * @param next the one that is to come; nothing when none was drawn yet
 */
record Standing(Reached reached, String old, Optional<String> next) {
    /** How far a rotation has come; each includes those before it. */
    enum Reached {
        /** No rotation is under way. */
        NOTHING,
        /** The next value is kept. */
        KEPT,
        /** The server takes the next value. */
        LEARNT,
        /** The next value is the secret's current one, but nothing is proven yet. */
        CURRENT
    }

    boolean has(Reached other) {
        return reached.compareTo(other) >= 0;
    }

    /** Without the passwords. */
    @Override
    public String toString() {
        return reached.toString();
    }
}
