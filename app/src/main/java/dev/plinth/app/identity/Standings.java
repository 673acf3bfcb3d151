package dev.plinth.app.identity;

import dev.plinth.app.work.Transactions;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/**
 * What callers may do at the moment, remembered: a session that was closed, a key that was revoked or a user who was
 * suspended is refused at once by the instance of the app that did it, and by the others within ten seconds.
 */
public final class Standings {
    private final Remembered<UUID, Optional<Standing>> sessions;
    private final Remembered<String, Optional<ApiKeyStanding>> keys;
    private final Transactions transactions;

    public Standings(SessionStore sessions, ApiKeyStore keys, Transactions transactions, Clock clock) {
        this.sessions = new Remembered<>(sessions::standing, clock);
        this.keys = new Remembered<>(keys::standing, clock);
        this.transactions = transactions;
    }

    Optional<Standing> session(UUID session) {
        return sessions.get(session);
    }

    Optional<ApiKeyStanding> key(String id) {
        return keys.get(id);
    }

    /** To be called in the transaction that changes it. */
    void changedSession(UUID session) {
        transactions.afterwards(() -> sessions.forget(session));
    }

    /** To be called in the transaction that changes it. */
    void changedKey(String id) {
        transactions.afterwards(() -> keys.forget(id));
    }

    /** To be called in the transaction that changes what users may do. */
    void changedUsers() {
        transactions.afterwards(() -> {
            sessions.forgetAll();
            keys.forgetAll();
        });
    }
}
