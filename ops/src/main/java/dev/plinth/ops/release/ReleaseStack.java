package dev.plinth.ops.release;

import dev.plinth.ops.stack.ReleaseRequest;
import java.util.List;
import java.util.Optional;

/** The stack that is released to, by the engine. */
public interface ReleaseStack {
    /** What is released now. */
    Standing standing();

    /** What an update with this request would change, by type and name; what was changed by hand is part of it. */
    List<Planned> plan(ReleaseRequest request);

    /** Makes it so; fails with the engine's own words when it cannot. */
    void update(ReleaseRequest request);

    /** Another run that is at work on the stack, in words, as far as this machine knows. */
    Optional<String> atWork();

    /** Tells whether the update before did not reach its end. */
    boolean isUnfinished();

    /** A resource that would change. */
    record Planned(String type, String name) {
        @Override
        public String toString() {
            return "%s %s".formatted(type, name);
        }
    }
}
