package dev.plinth.app.identity;

import dev.plinth.app.domains.DomainMembership;
import java.util.List;

/** What the library knows of a person. */
public record PersonalData(User user, List<Session> sessions, List<ApiKey> keys, List<DomainMembership> memberships) {
    public PersonalData {
        sessions = List.copyOf(sessions);
        keys = List.copyOf(keys);
        memberships = List.copyOf(memberships);
    }
}
