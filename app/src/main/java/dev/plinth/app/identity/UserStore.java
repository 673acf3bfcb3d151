package dev.plinth.app.identity;

import dev.plinth.app.access.Role;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where users are kept. */
public interface UserStore {
    /** The user as it is kept; empty when somebody has that e-mail address already. */
    Optional<User> insert(Profile profile, Role role, String passwordHash);

    Optional<User> find(UUID uid);

    /** The same, while everybody else who asks so for this user waits for the end of the transaction. */
    Optional<User> lock(UUID uid);

    List<User> list(UserQuery query);

    /** The user as the next revision; empty when somebody else has the new e-mail address. */
    Optional<User> update(UUID uid, UserChange change);

    void setPassword(UUID uid, String hash);

    /** Nobody can sign in as this user any more. */
    void removePassword(UUID uid);

    /** How the active or suspended user of this address signs in. */
    Optional<Credentials> credentials(Email email);

    /** Makes all who change who is an administrator wait for the end of the transaction; returns how many are active. */
    int lockAdministrators();
}
