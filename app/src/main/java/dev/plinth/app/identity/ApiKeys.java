package dev.plinth.app.identity;

import dev.plinth.app.access.Actor;
import dev.plinth.app.access.Principal;
import dev.plinth.app.access.Scope;
import dev.plinth.app.changes.ChangeType;
import dev.plinth.app.crypto.RandomSecrets;
import dev.plinth.app.values.Conflict;
import dev.plinth.app.values.ConflictException;
import dev.plinth.app.values.IfMatch;
import dev.plinth.app.values.InvalidFieldException;
import dev.plinth.app.values.NotFoundException;
import dev.plinth.app.values.Slice;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The keys that programs of users call with. Only who has signed in may see to them: no key makes another. */
public final class ApiKeys {
    private static final int COUNT_MAX = 50;

    private final ApiKeyStore store;
    private final Standings standings;
    private final Ledger ledger;
    private final RandomSecrets secrets = new RandomSecrets();

    /** A key, and its text, which nobody can learn later. */
    public record Made(ApiKey key, ApiKeyText text) {}

    public ApiKeys(ApiKeyStore store, Standings standings, Ledger ledger) {
        this.store = store;
        this.standings = standings;
        this.ledger = ledger;
    }

    public Made create(Actor actor, ApiKey.Content content) {
        UUID user = user(actor.principal());
        requireSubset(actor.principal(), content.scopes());
        var text = new ApiKeyText(secrets.next(ApiKeyText.ID_BYTES), secrets.next());
        return ledger.within(() -> {
            var all = new ApiKeyQuery(Optional.of(user), "", COUNT_MAX);
            if (store.list(all).size() == COUNT_MAX) {
                throw new ConflictException(
                        Conflict.WRONG_STATE, "You have %d keys: revoke one before.".formatted(COUNT_MAX));
            }
            ApiKey key = store.insert(text.id(), user, content, RandomSecrets.digest(text.secret()));
            ledger.made(actor, key);
            return new Made(key, text);
        });
    }

    /** The caller's own keys; administrators see those of all users, or of one. */
    public Slice<ApiKey> list(Principal caller, ApiKeyQuery query) {
        UUID own = user(caller);
        Optional<UUID> seen = caller.has(Scope.USERS_READ) ? query.user() : Optional.of(own);
        return Slice.of(store.list(new ApiKeyQuery(seen, query.after(), query.limit() + 1)), query.limit());
    }

    public ApiKey get(Principal caller, String id) {
        return visible(caller, id, store.find(id), Scope.USERS_READ);
    }

    /** The key that the caller calls with. */
    public ApiKey used(Principal caller) {
        return store.find(caller.id()).orElseThrow(() -> new NotFoundException("API key", caller.id()));
    }

    public ApiKey change(Actor actor, String id, IfMatch seen, ApiKey.Content content) {
        requireSubset(actor.principal(), content.scopes());
        return ledger.within(() -> {
            ApiKey before = own(actor.principal(), id);
            seen.check(before.stamp().revision());
            ApiKey after = store.update(id, content);
            ledger.changed(actor, ChangeType.API_KEY_UPDATED, before, after);
            standings.changedKey(id);
            return after;
        });
    }

    /** Puts a new secret in place of the old one. */
    public Made rotate(Actor actor, String id) {
        var text = new ApiKeyText(id, secrets.next());
        return ledger.within(() -> {
            ApiKey before = own(actor.principal(), id);
            ApiKey after = store.renew(id, RandomSecrets.digest(text.secret()));
            ledger.changed(actor, ChangeType.API_KEY_ROTATED, before, after);
            standings.changedKey(id);
            return new Made(after, text);
        });
    }

    /** Ends a key: one's own, or as an administrator anybody's. */
    public void revoke(Actor actor, String id) {
        ledger.within(() -> {
            ApiKey key = visible(actor.principal(), id, store.lock(id), Scope.USERS_WRITE);
            store.revoke(id);
            ledger.gone(actor, key);
            standings.changedKey(id);
            return key;
        });
    }

    private ApiKey own(Principal caller, String id) {
        UUID user = user(caller);
        return store.lock(id)
                .filter(key -> key.user().equals(user))
                .orElseThrow(() -> new NotFoundException("API key", id));
    }

    /** What is another's is not found, unless the caller may see to all users. */
    private static ApiKey visible(Principal caller, String id, Optional<ApiKey> found, Scope forAll) {
        UUID user = user(caller);
        return found.filter(key -> key.user().equals(user) || caller.has(forAll))
                .orElseThrow(() -> new NotFoundException("API key", id));
    }

    private static UUID user(Principal caller) {
        Sessions.own(caller);
        return UUID.fromString(caller.id());
    }

    private static void requireSubset(Principal caller, Set<Scope> scopes) {
        String lacking = scopes.stream()
                .filter(scope -> !caller.has(scope))
                .map(Scope::text)
                .sorted()
                .collect(Collectors.joining(", "));
        if (!lacking.isEmpty()) {
            throw new InvalidFieldException("/scopes", "must be some of your own; you do not have " + lacking);
        }
    }
}
