package dev.plinth.app.support;

import dev.plinth.app.access.Actor;
import dev.plinth.app.access.Principal;
import dev.plinth.app.access.Reach;
import dev.plinth.app.access.Role;
import dev.plinth.app.values.DomainId;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** Callers. */
public final class Actors {
    /** Somebody who may change everything. */
    public static Actor reviewer() {
        return actor(Role.REVIEWER, new Reach.Everywhere());
    }

    /** Somebody who may change what is in these domains. */
    public static Actor editor(String... domains) {
        Set<DomainId> covered = Arrays.stream(domains).map(DomainId::new).collect(Collectors.toSet());
        return actor(Role.EDITOR, new Reach.Within(covered));
    }

    public static Actor viewer() {
        return actor(Role.VIEWER, new Reach.Within(Set.of()));
    }

    private static Actor actor(Role role, Reach reach) {
        var principal = new Principal(Principal.Kind.USER, "a-" + role, role.scopes(), reach);
        return new Actor(principal, "203.0.113.7", "a-request");
    }

    private Actors() {}
}
