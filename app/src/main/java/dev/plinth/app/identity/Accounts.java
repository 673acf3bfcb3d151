package dev.plinth.app.identity;

import dev.plinth.app.access.Actor;
import dev.plinth.app.access.Role;
import dev.plinth.app.access.UnauthenticatedException;
import dev.plinth.app.changes.ChangeType;
import dev.plinth.app.values.ForbiddenException;
import dev.plinth.app.values.InvalidFieldException;
import java.util.Optional;
import java.util.UUID;

/** What users do with their own accounts: prove that they know the password, change it, and open accounts. */
public final class Accounts {
    private final UserStore users;
    private final Passwords passwords;
    private final Throttle throttle;
    private final boolean open;
    private final Sessions sessions;
    private final Ledger ledger;

    /** What protects accounts; {@code open} says whether strangers may open one. */
    public record Guards(Passwords passwords, Throttle throttle, boolean open) {}

    public Accounts(UserStore users, Guards guards, Sessions sessions, Ledger ledger) {
        this.users = users;
        this.passwords = guards.passwords();
        this.throttle = guards.throttle();
        this.open = guards.open();
        this.sessions = sessions;
        this.ledger = ledger;
    }

    /** The user who knows this password. An unknown user takes the same time, and gets the same answer. */
    User knower(Actor caller, Email email, String password) {
        throttle.attempt(email.value(), caller.address());
        Optional<Credentials> credentials = users.credentials(email);
        if (!passwords.matches(password, credentials.map(Credentials::passwordHash))) {
            String subject =
                    credentials.map(known -> known.user().uid().toString()).orElse("unknown");
            ledger.within(() -> {
                ledger.note(caller, ChangeType.SESSION_REFUSED, subject, "wrong_password");
                return subject;
            });
            throw new UnauthenticatedException("The e-mail address or the password is wrong.");
        }
        throttle.succeeded(email.value(), caller.address());
        Credentials known = credentials.orElseThrow();
        passwords
                .rehashed(password, known.passwordHash())
                .ifPresent(hash -> users.setPassword(known.user().uid(), hash));
        return known.user();
    }

    Optional<User> lockActive(UUID uid) {
        return users.lock(uid).filter(User::isActive);
    }

    void closed(UUID session) {
        sessions.closed(session);
    }

    /** Opens an account that may look and no more; who opens it is asked nothing else. */
    public User register(Actor caller, Profile profile, Password password) {
        if (!open) {
            throw new ForbiddenException("Accounts are opened by an administrator here: ask one.");
        }
        throttle.attempt("register", caller.address());
        return create(caller, new NewUser(profile, Role.VIEWER, password));
    }

    /** Adds a user, with a password that is told to them. */
    public User create(Actor actor, NewUser user) {
        WeakPasswords.refuse("/password", user.password(), user.profile().email());
        String hash = passwords.hash(user.password());
        return ledger.within(() -> {
            users.lockAdministrators();
            User made = users.insert(user.profile(), user.role(), hash).orElseThrow(Users::emailIsTaken);
            ledger.made(actor, made);
            return made;
        });
    }

    /** Changes the password of the user whose session this is, and closes all their other sessions. */
    public void changePassword(Actor actor, String current, Password next) {
        UUID session = Sessions.own(actor.principal());
        User user = users.find(UUID.fromString(actor.principal().id())).orElseThrow();
        WeakPasswords.refuse("/new_password", next, user.profile().email());
        if (next.value().equals(Password.normalized(current))) {
            throw new InvalidFieldException("/new_password", "must be another one than the current password");
        }
        try {
            knower(actor, user.profile().email(), current);
        } catch (UnauthenticatedException wrong) {
            throw new ForbiddenException("The current password is wrong.");
        }
        setPassword(actor, user, next, Optional.of(session));
    }

    /** Gives a user another password, and closes all their sessions. */
    public void resetPassword(Actor actor, UUID uid, Password next) {
        User user = users.find(uid)
                .filter(found -> found.status() != UserStatus.ERASED)
                .orElseThrow(() -> Users.missing(uid));
        WeakPasswords.refuse("/password", next, user.profile().email());
        setPassword(actor, user, next, Optional.empty());
    }

    private void setPassword(Actor actor, User user, Password next, Optional<UUID> stays) {
        String hash = passwords.hash(next);
        ledger.within(() -> {
            users.setPassword(user.uid(), hash);
            ledger.note(actor, ChangeType.PASSWORD_CHANGED, user.uid().toString(), stays.isPresent() ? "own" : "reset");
            sessions.closeAll(actor, user.uid(), stays, "password_changed");
            return user;
        });
    }
}
