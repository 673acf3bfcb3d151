package dev.plinth.app.access;

import java.util.Set;

/**
 * Who calls. {@code id} is stable and names no person, so that it may stand in logs and in the audit trail: the uid of
 * a user, the id of an API key, or the name of a part of the app. {@code session} is the session that a user has signed
 * in to, and empty for all others.
 */
public record Principal(Kind kind, String id, Set<Scope> scopes, Reach reach, String session) {
    /** A caller who did not say who they are. */
    public static final Principal NOBODY = new Principal(Kind.NOBODY, "nobody", Set.of(), new Reach.Within(Set.of()));

    /** The app itself, in its scheduled work. */
    public static final Principal APP = new Principal(Kind.APP, "app", Role.ADMIN.scopes(), new Reach.Everywhere());

    /** How a caller proved who they are. */
    public enum Kind {
        NOBODY,
        USER,
        API_KEY,
        APP
    }

    public Principal {
        scopes = Set.copyOf(scopes);
    }

    /** A caller without a session. */
    public Principal(Kind kind, String id, Set<Scope> scopes, Reach reach) {
        this(kind, id, scopes, reach, "");
    }

    public boolean has(Scope scope) {
        return scopes.contains(scope);
    }

    /** Whether drafts are shown to this caller, and not only what was published. */
    public boolean seesDrafts() {
        return has(Scope.METRICS_WRITE);
    }
}
