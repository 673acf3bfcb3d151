package dev.plinth.app.identity;

import java.util.List;

/** What the library knows of a person. */
public record PersonalData(User user, List<Session> sessions, List<ApiKey> keys) {
    public PersonalData {
        sessions = List.copyOf(sessions);
        keys = List.copyOf(keys);
    }
}
