package dev.plinth.app.identity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.plinth.app.access.Actor;
import dev.plinth.app.access.Role;
import dev.plinth.app.changes.Change;
import dev.plinth.app.changes.ChangeLog;
import dev.plinth.app.changes.ChangeType;
import dev.plinth.app.values.Conflict;
import dev.plinth.app.values.ConflictException;
import dev.plinth.app.values.Names;
import dev.plinth.app.values.NotFoundException;
import dev.plinth.app.work.Transactions;
import java.util.UUID;

/** Those who may sign in. */
public final class Users {
    private final UserStore store;
    private final Passwords passwords;
    private final Transactions transactions;
    private final ChangeLog changes;

    public Users(UserStore store, Passwords passwords, Transactions transactions, ChangeLog changes) {
        this.store = store;
        this.passwords = passwords;
        this.transactions = transactions;
        this.changes = changes;
    }

    /** Makes the first administrator; refused as soon as there is one. */
    public User createFirst(Actor actor, Profile profile, Password password) {
        return transactions.within(() -> {
            if (store.lockAdministrators() > 0) {
                throw new ConflictException(
                        Conflict.WRONG_STATE, "There is an administrator already, who can add other users.");
            }
            return create(actor, new NewUser(profile, Role.ADMIN, password));
        });
    }

    public User create(Actor actor, NewUser user) {
        String hash = passwords.hash(user.password());
        return transactions.within(() -> {
            User made = store.insert(user.profile(), user.role(), hash)
                    .orElseThrow(() -> new ConflictException(
                            Conflict.ALREADY_EXISTS, "There is a user with this e-mail address already."));
            changes.record(
                    actor, Change.made(ChangeType.USER_CREATED, made.uid().toString(), record(made)));
            return made;
        });
    }

    public User get(UUID uid) {
        return store.find(uid).orElseThrow(() -> new NotFoundException("user", uid.toString()));
    }

    /** What the audit trail keeps of a user: nothing personal. */
    private static JsonNode record(User user) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("role", Names.of(user.role()))
                .put("status", Names.of(user.status()))
                .put("revision", user.revision());
    }
}
