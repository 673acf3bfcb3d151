package dev.plinth.checks.faults.load;

import java.util.Optional;

/**
 * What became of one request.
 *
 * @param dueNanos when it was to be sent, since the load began
 * @param tookNanos from then until its answer, so that a late start counts too
 * @param failure the status or the exception; nothing when all went well
 */
record Answer(long dueNanos, long tookNanos, Optional<String> failure) {
    boolean isFailure() {
        return failure.isPresent();
    }
}
