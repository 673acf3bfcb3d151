package dev.plinth.app.identity;

import dev.plinth.app.access.Actor;
import dev.plinth.app.access.Role;
import dev.plinth.app.changes.ChangeType;
import dev.plinth.app.domains.DomainMembers;
import dev.plinth.app.values.Conflict;
import dev.plinth.app.values.ConflictException;
import dev.plinth.app.values.IfMatch;
import dev.plinth.app.values.Label;
import dev.plinth.app.values.NotFoundException;
import dev.plinth.app.values.Slice;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Those who may sign in, as administrators see them. */
public final class Users {
    private static final int KEYS_MAX = 1_000;

    private final UserStore store;
    private final Sessions sessions;
    private final Belongings belongings;
    private final Ledger ledger;

    /** What belongs to users, and ends with them. */
    public record Belongings(SessionStore sessions, ApiKeyStore keys, DomainMembers members, Standings standings) {}

    public Users(UserStore store, Sessions sessions, Belongings belongings, Ledger ledger) {
        this.store = store;
        this.sessions = sessions;
        this.belongings = belongings;
        this.ledger = ledger;
    }

    static ConflictException emailIsTaken() {
        return new ConflictException(Conflict.ALREADY_EXISTS, "There is a user with this e-mail address already.");
    }

    static NotFoundException missing(UUID uid) {
        return new NotFoundException("user", uid.toString());
    }

    public User get(UUID uid) {
        return store.find(uid).orElseThrow(() -> missing(uid));
    }

    public Slice<User> list(UserQuery query) {
        var oneMore = new UserQuery(query.roles(), query.statuses(), query.after(), query.limit() + 1);
        return Slice.of(store.list(oneMore), query.limit());
    }

    /** Changes what a user is called and may do; a suspended user's sessions end. */
    public User change(Actor actor, UUID uid, IfMatch seen, UserChange change) {
        return ledger.within(() -> {
            // First, so that two who demote each other cannot both succeed.
            int administrators = store.lockAdministrators();
            User before = locked(uid);
            seen.check(before.revision());
            boolean stays = change.role() == Role.ADMIN && change.status() == UserStatus.ACTIVE;
            requireAnother(before, administrators, stays);
            User after = store.update(uid, change).orElseThrow(Users::emailIsTaken);
            ledger.changed(actor, ChangeType.USER_UPDATED, before, after);
            if (!after.isActive()) {
                sessions.closeAll(actor, uid, Optional.empty(), "suspended");
            }
            belongings.standings().changedUsers();
            return after;
        });
    }

    /** Everything personal that the library knows of a user. */
    public PersonalData export(Actor actor, UUID uid) {
        return ledger.within(() -> {
            User user = get(uid);
            List<Session> open = belongings.sessions().list(uid, Optional.empty(), KEYS_MAX);
            List<ApiKey> keys = belongings.keys().list(new ApiKeyQuery(Optional.of(uid), "", KEYS_MAX));
            ledger.note(actor, ChangeType.USER_EXPORTED, uid.toString(), "asked");
            return new PersonalData(user, open, keys, belongings.members().of(uid));
        });
    }

    /**
     * Overwrites everything personal of a user for good, and all by which they could get in, and takes them out of
     * their domains. What they did stays in the audit trail under their uid, which leads to nobody any more.
     */
    public User erase(Actor actor, UUID uid, IfMatch seen) {
        return ledger.within(() -> {
            int administrators = store.lockAdministrators();
            User before = locked(uid);
            seen.check(before.revision());
            requireAnother(before, administrators, false);
            sessions.closeAll(actor, uid, Optional.empty(), "erased");
            belongings.sessions().eraseAddresses(uid);
            belongings.keys().eraseAll(uid);
            belongings.members().removeEverywhere(actor, uid);
            var nobody = new Profile(new Email(uid + "@erased.invalid"), new Label("Erased user"));
            store.removePassword(uid);
            User after = store.update(uid, new UserChange(nobody, before.role(), UserStatus.ERASED))
                    .orElseThrow();
            ledger.changed(actor, ChangeType.USER_ERASED, before, after);
            belongings.standings().changedUsers();
            return after;
        });
    }

    /** The user, if they can be changed at all. */
    public User changeable(UUID uid) {
        return requireThere(get(uid));
    }

    private User locked(UUID uid) {
        return requireThere(store.lock(uid).orElseThrow(() -> missing(uid)));
    }

    private static User requireThere(User user) {
        if (user.status() == UserStatus.ERASED) {
            throw new ConflictException(Conflict.WRONG_STATE, "This user was erased, and cannot come back.");
        }
        return user;
    }

    private static void requireAnother(User user, int administrators, boolean stays) {
        boolean only = administrators == 1 && user.role() == Role.ADMIN && user.isActive();
        if (only && !stays) {
            throw new ConflictException(
                    Conflict.WRONG_STATE, "This is the only administrator: make another one before.");
        }
    }
}
