package dev.plinth.app.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** API keys that are gone with the test. */
final class ApiKeysInMemory implements ApiKeyStore {
    private final UserStore users;
    private final Instant now;
    private final Map<String, ApiKey> keys = new LinkedHashMap<>();
    private final Map<String, byte[]> digests = new HashMap<>();
    private final List<String> uses = new ArrayList<>();

    ApiKeysInMemory(UserStore users, Instant now) {
        this.users = users;
        this.now = now;
    }

    /** The ids of keys as often as their use was noted. */
    List<String> uses() {
        return uses;
    }

    @Override
    public ApiKey insert(String id, UUID user, ApiKey.Content content, byte[] digest) {
        Instant end = now.plus(Duration.ofDays(content.lifetimeDays()));
        var key = new ApiKey(id, user, content, end, Optional.empty(), new ApiKey.Stamp(1, now, now));
        keys.put(id, key);
        digests.put(id, digest);
        return key;
    }

    @Override
    public Optional<ApiKey> find(String id) {
        return Optional.ofNullable(keys.get(id));
    }

    @Override
    public Optional<ApiKey> lock(String id) {
        return find(id);
    }

    @Override
    public List<ApiKey> list(ApiKeyQuery query) {
        return keys.values().stream()
                .filter(key -> query.user().isEmpty() || query.user().get().equals(key.user()))
                .limit(query.limit())
                .toList();
    }

    @Override
    public ApiKey update(String id, ApiKey.Content content) {
        ApiKey before = find(id).orElseThrow();
        var stamp = new ApiKey.Stamp(before.stamp().revision() + 1, now, now);
        var after = new ApiKey(id, before.user(), content, before.expiresAt(), before.lastUsedAt(), stamp);
        keys.put(id, after);
        return after;
    }

    @Override
    public ApiKey renew(String id, byte[] digest) {
        digests.put(id, digest);
        return update(id, find(id).orElseThrow().content());
    }

    @Override
    public void revoke(String id) {
        keys.remove(id);
    }

    @Override
    public void eraseAll(UUID user) {
        keys.values().removeIf(key -> key.user().equals(user));
    }

    @Override
    public Optional<ApiKeyStanding> standing(String id) {
        return find(id).flatMap(key -> users.find(key.user())
                .filter(User::isActive)
                .map(user -> new ApiKeyStanding(
                        new Standing(user.uid(), user.role(), Set.of()),
                        digests.getOrDefault(id, new byte[0]),
                        key.content().scopes(),
                        key.content().networks(),
                        key.expiresAt())));
    }

    @Override
    public void used(String id) {
        uses.add(id);
    }
}
