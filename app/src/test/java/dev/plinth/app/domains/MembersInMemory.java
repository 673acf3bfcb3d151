package dev.plinth.app.domains;

import dev.plinth.app.values.DomainId;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/** Memberships in memory; everybody is a user who is not named as none. */
public final class MembersInMemory implements DomainMemberStore {
    private final TreeMap<DomainId, NavigableSet<UUID>> members = new TreeMap<>();
    private final Set<UUID> strangers = new HashSet<>();

    /** Makes this one no user. */
    MembersInMemory without(UUID stranger) {
        strangers.add(stranger);
        return this;
    }

    @Override
    public boolean isUser(UUID user) {
        return !strangers.contains(user);
    }

    @Override
    public boolean add(DomainId domain, UUID user) {
        return of(domain).add(user);
    }

    @Override
    public boolean remove(DomainId domain, UUID user) {
        return of(domain).remove(user);
    }

    @Override
    public List<DomainMember> list(DomainId domain, UUID after, int limit) {
        return of(domain).tailSet(after, false).stream()
                .limit(limit)
                .map(user -> new DomainMember(user, Instant.EPOCH))
                .toList();
    }

    @Override
    public List<DomainMembership> memberships(UUID user) {
        return members.keySet().stream()
                .filter(domain -> of(domain).contains(user))
                .map(domain -> new DomainMembership(domain, Instant.EPOCH))
                .toList();
    }

    private NavigableSet<UUID> of(DomainId domain) {
        return members.computeIfAbsent(domain, id -> new TreeSet<>());
    }
}
