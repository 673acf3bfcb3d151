package dev.plinth.app.transfer;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** An import as it stands; {@code failure} is a sentence about why it came to an early end. */
public record Import(UUID uid, ImportOrder order, ImportState state, Progress progress, Times times, Details details) {
    /** When it came, was begun and was done with. */
    public record Times(Instant created, Optional<Instant> started, Optional<Instant> finished) {}

    /** The length of its file, whether somebody wants it to end, and why it has come to an early end. */
    public record Details(long bytes, boolean cancelling, Optional<String> failure) {}
}
