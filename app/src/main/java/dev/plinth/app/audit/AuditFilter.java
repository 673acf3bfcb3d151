package dev.plinth.app.audit;

import dev.plinth.app.changes.ChangeType;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Which part of the audit trail is asked for; an empty set asks for all. From {@code since} on, before {@code until}. */
public record AuditFilter(
        Set<String> actors,
        Set<String> subjects,
        Set<ChangeType> actions,
        Optional<Instant> since,
        Optional<Instant> until) {
    public AuditFilter {
        actors = Set.copyOf(actors);
        subjects = Set.copyOf(subjects);
        actions = Set.copyOf(actions);
    }
}
