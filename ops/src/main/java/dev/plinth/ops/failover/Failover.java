package dev.plinth.ops.failover;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A way to move a store to another server. */
interface Failover {
    /** What it will do, a line each. */
    List<String> plan();

    /** Does it and returns when writes work again, or AWS says that they do. */
    Moved carryOut();

    /**
     * What came of it.
     *
     * @param to the server that takes writes now
     * @param unwritable how long no write worked; nothing when none was seen to fail
     * @param tried whether writes were tried, and not only AWS was asked
     * @param next what a person has to do now
     */
    record Moved(String to, Optional<Duration> unwritable, boolean tried, List<String> next) {
        public Moved {
            next = List.copyOf(next);
        }
    }
}
