package dev.plinth.app.identity;

import dev.plinth.app.access.Actor;
import dev.plinth.app.access.Principal;
import dev.plinth.app.changes.ChangeType;
import dev.plinth.app.values.ForbiddenException;
import dev.plinth.app.values.NotFoundException;
import dev.plinth.app.values.Slice;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** The open sessions of users. */
public final class Sessions {
    /** How long a session lives without being used. */
    public static final Duration LIFETIME = Duration.ofDays(7);

    /** How long sessions that are over are kept. */
    private static final Duration KEPT = Duration.ofDays(30);

    private final SessionStore store;
    private final Standings standings;
    private final Ledger ledger;

    public Sessions(SessionStore store, Standings standings, Ledger ledger) {
        this.store = store;
        this.standings = standings;
        this.ledger = ledger;
    }

    /** The session that the caller signed in to; throws {@link ForbiddenException} when they came otherwise. */
    public static UUID own(Principal caller) {
        if (caller.session().isEmpty()) {
            throw new ForbiddenException("An API key may not do this: sign in with an e-mail address and a password.");
        }
        return UUID.fromString(caller.session());
    }

    /** The caller's own open sessions, as many as {@code limit} after one of them. */
    public Slice<Session> list(Principal caller, Optional<UUID> after, int limit) {
        own(caller);
        return Slice.of(store.list(UUID.fromString(caller.id()), after, limit + 1), limit);
    }

    /** Closes the session that the caller is in. */
    public void logout(Actor actor) {
        close(actor, own(actor.principal()), "logout");
    }

    /** Closes one of the caller's own sessions; what is another's is not found. */
    public void revoke(Actor actor, UUID session) {
        own(actor.principal());
        String user = actor.principal().id();
        Session open = store.find(session)
                .filter(found -> found.user().toString().equals(user))
                .orElseThrow(() -> new NotFoundException("session", session.toString()));
        close(actor, open.id(), "revoked");
    }

    private void close(Actor actor, UUID session, String why) {
        ledger.within(() -> {
            if (store.close(session)) {
                ledger.note(actor, ChangeType.SESSION_CLOSED, session.toString(), why);
            }
            closed(session);
            return session;
        });
    }

    void closeAll(Actor actor, UUID user, Optional<UUID> butNot, String why) {
        for (UUID session : store.closeAll(user, butNot)) {
            ledger.note(actor, ChangeType.SESSION_CLOSED, session.toString(), why);
            closed(session);
        }
    }

    /** To be called in the transaction that closes it. */
    void closed(UUID session) {
        standings.changedSession(session);
    }

    /** Removes what is over for long. */
    public void forgetOld() {
        store.removeBefore(ledger.now().minus(KEPT));
    }
}
