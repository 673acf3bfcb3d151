package dev.plinth.ops.recovery;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a drill measured.
 *
 * @param rto from the moment of the loss until the copy passed its assertions
 * @param rpo how much of the last changes was lost, or would have been had the source been gone at that moment
 * @param behind how far the log that is written away was behind the moment: what a loss of the source would have cost
 * @param newestChange the time of the newest change in the copy
 */
record Measured(Duration rto, Duration rpo, Duration behind, Optional<Instant> newestChange) {

    /** Of the changes themselves and of the log, the worse counts. */
    static Duration rpo(Instant asked, Duration behind, Optional<Instant> inSource, Optional<Instant> inCopy) {
        var isLost = inSource.isPresent() && inCopy.map(inSource.get()::isAfter).orElse(true);
        var lost = isLost ? Duration.between(inCopy.orElse(Instant.EPOCH), asked) : Duration.ZERO;
        return lost.compareTo(behind) > 0 ? lost : behind;
    }

    boolean keeps(Objectives objectives) {
        return rto.compareTo(objectives.rto()) <= 0 && rpo.compareTo(objectives.rpo()) <= 0;
    }
}
