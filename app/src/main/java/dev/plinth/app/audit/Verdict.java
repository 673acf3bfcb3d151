package dev.plinth.app.audit;

import dev.plinth.app.changes.Link;
import java.util.Optional;

/**
 * What a verification found: how many links hold from the first one on, the last of them, and the first fault. Kept
 * elsewhere, the last link proves later that no end of the chain was cut off.
 */
public record Verdict(long checked, Link last, Optional<Fault> fault) {
    /** Where the trail was tampered with; {@code sequence} is 0 when the change has no place in the chain. */
    public record Fault(long sequence, long changeId, String detail) {}

    public boolean isIntact() {
        return fault.isEmpty();
    }
}
