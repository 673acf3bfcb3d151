package dev.plinth.app.identity;

import dev.plinth.app.access.Actor;
import dev.plinth.app.access.UnauthenticatedException;
import dev.plinth.app.changes.ChangeType;
import dev.plinth.app.crypto.RandomSecrets;
import dev.plinth.app.tokens.AccessTokens;
import dev.plinth.app.values.ForbiddenException;
import java.util.Optional;

/** Signing in with a password, and going on with a refresh token. */
public final class SignIns {
    private final Accounts accounts;
    private final SessionStore sessions;
    private final AccessTokens tokens;
    private final Ledger ledger;
    private final RandomSecrets secrets = new RandomSecrets();

    public SignIns(Accounts accounts, SessionStore sessions, AccessTokens tokens, Ledger ledger) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.tokens = tokens;
        this.ledger = ledger;
    }

    /** Opens a session for whoever knows the password. */
    public SignIn open(Actor caller, Email email, String password) {
        User known = accounts.knower(caller, email, password);
        return ledger.within(() -> {
            User user = accounts.lockActive(known.uid())
                    .orElseThrow(() -> new ForbiddenException(
                            "Your account is suspended: an administrator can let you in again."));
            Session session =
                    sessions.insert(user.uid(), caller.address(), ledger.now().plus(Sessions.LIFETIME));
            ledger.note(
                    Ledger.as(caller, user),
                    ChangeType.SESSION_OPENED,
                    session.id().toString(),
                    "password");
            return with(user, session);
        });
    }

    /**
     * Goes on with a session. A token that comes a second time was stolen, now or before: nobody can tell which of
     * both is the user, so the session is closed for both (RFC 9700, 4.14).
     */
    public SignIn refresh(Actor caller, String refreshToken) {
        byte[] digest = RandomSecrets.digest(refreshToken);
        Optional<SignIn> next = ledger.within(() -> sessions.lockToken(digest)
                .filter(RefreshToken::sessionOpen)
                .flatMap(token -> accounts.lockActive(token.session().user())
                        .flatMap(user -> token.used() ? reused(caller, token, user) : renewed(token, user, digest))));
        return next.orElseThrow(
                () -> new UnauthenticatedException("The refresh token is not valid, or is over: sign in again."));
    }

    private Optional<SignIn> reused(Actor caller, RefreshToken token, User user) {
        sessions.close(token.session().id());
        accounts.closed(token.session().id());
        ledger.note(
                Ledger.as(caller, user),
                ChangeType.SESSION_CLOSED,
                token.session().id().toString(),
                "refresh_token_reused");
        return Optional.empty();
    }

    private Optional<SignIn> renewed(RefreshToken token, User user, byte[] digest) {
        Session session = token.session();
        sessions.useToken(digest, session.id(), ledger.now().plus(Sessions.LIFETIME));
        return Optional.of(with(user, session));
    }

    private SignIn with(User user, Session session) {
        String refreshToken = secrets.next();
        sessions.addToken(session.id(), RandomSecrets.digest(refreshToken));
        return new SignIn(user, session, tokens.issue(user.uid(), session.id()), refreshToken);
    }
}
