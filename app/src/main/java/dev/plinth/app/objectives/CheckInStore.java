package dev.plinth.app.objectives;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where check-ins are kept. */
public interface CheckInStore {
    CheckIn insert(UUID keyResult, CheckIn.Report report, String author, Instant at);

    /** The newest first: at most {@code limit}, all made before {@code before}. */
    List<CheckIn> list(UUID keyResult, Optional<UUID> before, int limit);
}
