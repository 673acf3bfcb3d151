package dev.plinth.app.identity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Sessions that are gone with the test. */
final class SessionsInMemory implements SessionStore {
    private final UserStore users;
    private final Map<UUID, Session> open = new LinkedHashMap<>();
    private final Map<UUID, Session> closed = new HashMap<>();
    private final Map<String, UUID> tokens = new HashMap<>();
    private final List<String> used = new ArrayList<>();

    SessionsInMemory(UserStore users) {
        this.users = users;
    }

    @Override
    public Session insert(UUID user, String address, Instant expiresAt) {
        var id = new UUID(1, open.size() + closed.size() + 1);
        var session = new Session(id, user, address, Instant.EPOCH, Instant.EPOCH, expiresAt);
        open.put(id, session);
        return session;
    }

    @Override
    public void addToken(UUID session, byte[] digest) {
        tokens.put(key(digest), session);
    }

    @Override
    public Optional<Standing> standing(UUID session) {
        return find(session)
                .flatMap(found -> users.find(found.user()))
                .filter(User::isActive)
                .map(user -> new Standing(user.uid(), user.role(), Set.of()));
    }

    @Override
    public Optional<RefreshToken> lockToken(byte[] digest) {
        return Optional.ofNullable(tokens.get(key(digest)))
                .flatMap(this::kept)
                .map(session -> new RefreshToken(session, open.containsKey(session.id()), used.contains(key(digest))));
    }

    private Optional<Session> kept(UUID id) {
        return find(id).or(() -> Optional.ofNullable(closed.get(id)));
    }

    @Override
    public void useToken(byte[] digest, UUID session, Instant expiresAt) {
        used.add(key(digest));
    }

    @Override
    public Optional<Session> find(UUID session) {
        return Optional.ofNullable(open.get(session));
    }

    @Override
    public List<Session> list(UUID user, Optional<UUID> after, int limit) {
        return open.values().stream()
                .filter(session -> session.user().equals(user))
                .limit(limit)
                .toList();
    }

    @Override
    public boolean close(UUID session) {
        Session known = open.remove(session);
        if (known != null) {
            closed.put(session, known);
        }
        return known != null;
    }

    @Override
    public List<UUID> closeAll(UUID user, Optional<UUID> butNot) {
        List<UUID> ids = list(user, Optional.empty(), Integer.MAX_VALUE).stream()
                .map(Session::id)
                .filter(id -> butNot.filter(id::equals).isEmpty())
                .toList();
        ids.forEach(this::close);
        return ids;
    }

    @Override
    public void eraseAddresses(UUID user) {
        closed.values().removeIf(session -> session.user().equals(user));
    }

    @Override
    public int removeBefore(Instant time) {
        int before = open.size();
        open.values().removeIf(session -> session.expiresAt().isBefore(time));
        return before - open.size();
    }

    private static String key(byte[] digest) {
        return HexFormat.of().formatHex(digest);
    }
}
