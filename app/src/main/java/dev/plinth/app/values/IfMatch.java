package dev.plinth.app.values;

import java.util.Set;

/** Which revisions of a thing a client is willing to change: those that it has seen. */
public sealed interface IfMatch {
    /** Throws {@link StaleRevisionException} when the client has not seen this revision. */
    void check(long current);

    /** Whatever is there. */
    record Any() implements IfMatch {
        @Override
        public void check(long current) {
            // Every revision will do.
        }
    }

    /** One of these. */
    record Revisions(Set<Long> seen) implements IfMatch {
        public Revisions {
            seen = Set.copyOf(seen);
        }

        @Override
        public void check(long current) {
            if (!seen.contains(current)) {
                throw new StaleRevisionException(current);
            }
        }
    }
}
