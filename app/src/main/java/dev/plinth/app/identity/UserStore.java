package dev.plinth.app.identity;

import dev.plinth.app.access.Role;
import java.util.Optional;
import java.util.UUID;

/** Where users are kept. */
public interface UserStore {
    /** The user as it is kept; empty when somebody has that e-mail address already. */
    Optional<User> insert(Profile profile, Role role, String passwordHash);

    Optional<User> find(UUID uid);

    /** The same, while everybody else who asks so for this user waits for the end of the transaction. */
    Optional<User> lock(UUID uid);

    /** How the active or suspended user of this address signs in. */
    Optional<Credentials> credentials(Email email);

    /** Makes all who change who is an administrator wait for the end of the transaction; returns how many are active. */
    int lockAdministrators();
}
