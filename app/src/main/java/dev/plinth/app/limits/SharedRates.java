package dev.plinth.app.limits;

import java.util.OptionalLong;

/** What callers have used up on all instances of the app together. */
public interface SharedRates {
    /**
     * Adds what was used on this instance, and returns what is left of the quota on all of them; empty when that cannot
     * be found out now.
     */
    OptionalLong use(String caller, int quota, long tokens);
}
