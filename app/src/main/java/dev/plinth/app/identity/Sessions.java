package dev.plinth.app.identity;

import com.fasterxml.jackson.databind.node.MissingNode;
import dev.plinth.app.access.Actor;
import dev.plinth.app.access.Principal;
import dev.plinth.app.access.UnauthenticatedException;
import dev.plinth.app.changes.Change;
import dev.plinth.app.changes.ChangeLog;
import dev.plinth.app.changes.ChangeType;
import dev.plinth.app.crypto.RandomSecrets;
import dev.plinth.app.tokens.AccessTokens;
import dev.plinth.app.values.ForbiddenException;
import dev.plinth.app.work.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Signing in and out. */
public final class Sessions {
    /** How long a session lives without being used. */
    public static final Duration LIFETIME = Duration.ofDays(7);

    private final Stores stores;
    private final Passwords passwords;
    private final AccessTokens tokens;
    private final Work work;
    private final RandomSecrets secrets = new RandomSecrets();

    /** Where users and sessions are kept. */
    public record Stores(UserStore users, SessionStore sessions) {}

    /** How changes are made and kept. */
    public record Work(Transactions transactions, ChangeLog changes, Clock clock) {}

    public Sessions(Stores stores, Passwords passwords, AccessTokens tokens, Work work) {
        this.stores = stores;
        this.passwords = passwords;
        this.tokens = tokens;
        this.work = work;
    }

    /** Opens a session for whoever knows the password. */
    public SignIn open(Actor caller, Email email, String password) {
        Optional<Credentials> credentials = stores.users().credentials(email);
        boolean right = passwords.matches(password, credentials.map(Credentials::passwordHash));
        if (!right) {
            refused(caller, credentials);
            throw new UnauthenticatedException("The e-mail address or the password is wrong.");
        }
        return work.transactions().within(() -> {
            User user = stores.users()
                    .lock(credentials.orElseThrow().user().uid())
                    .filter(User::isActive)
                    .orElseThrow(() -> new ForbiddenException(
                            "Your account is suspended: an administrator can let you in again."));
            return opened(caller, user);
        });
    }

    private SignIn opened(Actor caller, User user) {
        Session session = stores.sessions()
                .insert(user.uid(), caller.address(), work.clock().instant().plus(LIFETIME));
        String refreshToken = secrets.next();
        stores.sessions().addToken(session.id(), RandomSecrets.digest(refreshToken));
        work.changes()
                .record(
                        as(caller, user),
                        change(ChangeType.SESSION_OPENED, session.id().toString()));
        return new SignIn(user, session, tokens.issue(user.uid(), session.id()), refreshToken);
    }

    private void refused(Actor caller, Optional<Credentials> credentials) {
        String subject = credentials.map(known -> known.user().uid().toString()).orElse("unknown");
        work.transactions().within(() -> {
            work.changes().record(caller, change(ChangeType.SESSION_REFUSED, subject));
            return subject;
        });
    }

    private static Change change(ChangeType type, String subject) {
        return new Change(type, subject, MissingNode.getInstance(), MissingNode.getInstance());
    }

    /** Whoever signs in is not known to the gate yet, but to the audit trail. */
    private static Actor as(Actor caller, User user) {
        var principal = new Principal(
                Principal.Kind.USER,
                user.uid().toString(),
                user.role().scopes(),
                caller.principal().reach());
        return new Actor(principal, caller.address(), caller.requestId());
    }
}
