package dev.plinth.app.audit;

import dev.plinth.app.changes.Link;
import java.util.List;
import java.util.Optional;

/** The audit trail as it is read. */
public interface AuditStore {
    /** Events with an id below {@code before}, the newest first. */
    List<AuditEvent> list(AuditFilter filter, long before, int limit);

    /** The links after a sequence, in their order. */
    List<SealedLink> links(long after, int limit);

    /** All changes with an id above {@code after}, in the order of their ids. */
    List<Placement> placements(long after, int limit);

    /** A link and the text of its change as it is now; no text when the change is gone. */
    record SealedLink(Link link, Optional<String> sealed) {}

    /** Whether a change has its place in the chain, or still waits for it. */
    record Placement(long changeId, boolean known) {}
}
