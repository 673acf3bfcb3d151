package dev.plinth.app.identity;

import dev.plinth.app.access.Actor;
import dev.plinth.app.access.Role;
import dev.plinth.app.access.UnauthenticatedException;
import dev.plinth.app.crypto.RandomSecrets;
import dev.plinth.app.values.Conflict;
import dev.plinth.app.values.ConflictException;
import dev.plinth.app.values.ForbiddenException;

/** How the first administrator comes to be: by a token that whoever runs the app has chosen. */
public final class Bootstrap {
    private final String token;
    private final UserStore users;
    private final Accounts accounts;
    private final Ledger ledger;

    /** {@code token} is empty when none was chosen. */
    public Bootstrap(String token, UserStore users, Accounts accounts, Ledger ledger) {
        this.token = token;
        this.users = users;
        this.accounts = accounts;
        this.ledger = ledger;
    }

    /** Makes them; refused as soon as there is an administrator. */
    public User firstAdministrator(Actor actor, String given, Profile profile, Password password) {
        if (token.isEmpty()) {
            throw new ForbiddenException(
                    "No bootstrap token was chosen: start the app with MDL_BOOTSTRAP_TOKEN and send that token.");
        }
        if (!RandomSecrets.same(token, given)) {
            throw new UnauthenticatedException("This is not the bootstrap token that the app was started with.");
        }
        return ledger.within(() -> {
            if (users.lockAdministrators() > 0) {
                throw new ConflictException(
                        Conflict.WRONG_STATE, "There is an administrator already, who can add other users.");
            }
            return accounts.create(actor, new NewUser(profile, Role.ADMIN, password));
        });
    }
}
