package dev.plinth.app.access;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** What a user is to the library; each role may do all that the one before it may. */
public enum Role {
    VIEWER,
    EDITOR,
    REVIEWER,
    ADMIN;

    public Set<Scope> scopes() {
        return Arrays.stream(values())
                .filter(role -> role.compareTo(this) <= 0)
                .flatMap(role -> role.added().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private Set<Scope> added() {
        return switch (this) {
            case VIEWER -> Set.of(Scope.METRICS_READ, Scope.DOMAINS_READ, Scope.OBJECTIVES_READ);
            case EDITOR -> Set.of(Scope.METRICS_WRITE, Scope.METRICS_DELETE, Scope.OBJECTIVES_WRITE, Scope.EVENTS_READ);
            case REVIEWER -> Set.of(Scope.METRICS_PUBLISH, Scope.DOMAINS_WRITE);
            case ADMIN -> EnumSet.allOf(Scope.class);
        };
    }
}
