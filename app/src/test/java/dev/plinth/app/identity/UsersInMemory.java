package dev.plinth.app.identity;

import dev.plinth.app.access.Role;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Users that are gone with the test. */
final class UsersInMemory implements UserStore {
    private final Map<UUID, User> users = new LinkedHashMap<>();
    private final Map<UUID, String> hashes = new LinkedHashMap<>();

    @Override
    public Optional<User> insert(Profile profile, Role role, String passwordHash) {
        if (taken(profile.email())) {
            return Optional.empty();
        }
        var user = new User(
                new UUID(0, users.size() + 1), profile, role, UserStatus.ACTIVE, 1, Instant.EPOCH, Instant.EPOCH);
        users.put(user.uid(), user);
        hashes.put(user.uid(), passwordHash);
        return Optional.of(user);
    }

    private boolean taken(Email email) {
        return users.values().stream().anyMatch(user -> user.profile().email().equals(email));
    }

    @Override
    public Optional<User> find(UUID uid) {
        return Optional.ofNullable(users.get(uid));
    }

    @Override
    public Optional<User> lock(UUID uid) {
        return find(uid);
    }

    @Override
    public List<User> list(UserQuery query) {
        return users.values().stream().limit(query.limit()).toList();
    }

    @Override
    public Optional<User> update(UUID uid, UserChange change) {
        User before = find(uid).orElseThrow();
        if (!before.profile().email().equals(change.profile().email())
                && taken(change.profile().email())) {
            return Optional.empty();
        }
        var after = new User(
                uid,
                change.profile(),
                change.role(),
                change.status(),
                before.revision() + 1,
                before.createdAt(),
                before.updatedAt());
        users.put(uid, after);
        return Optional.of(after);
    }

    @Override
    public void setPassword(UUID uid, String hash) {
        hashes.put(uid, hash);
    }

    @Override
    public void removePassword(UUID uid) {
        hashes.remove(uid);
    }

    @Override
    public Optional<Credentials> credentials(Email email) {
        return users.values().stream()
                .filter(user -> user.profile().email().equals(email) && hashes.containsKey(user.uid()))
                .map(user -> new Credentials(user, hashes.getOrDefault(user.uid(), "")))
                .findFirst();
    }

    @Override
    public int lockAdministrators() {
        return (int) users.values().stream()
                .filter(user -> user.isActive() && user.role() == Role.ADMIN)
                .count();
    }
}
