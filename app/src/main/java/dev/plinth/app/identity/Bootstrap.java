package dev.plinth.app.identity;

import dev.plinth.app.access.Actor;
import dev.plinth.app.access.UnauthenticatedException;
import dev.plinth.app.crypto.RandomSecrets;
import dev.plinth.app.values.ForbiddenException;

/** How the first administrator comes to be: by a token that whoever runs the app has chosen. */
public final class Bootstrap {
    private final String token;
    private final Users users;

    /** {@code token} is empty when none was chosen. */
    public Bootstrap(String token, Users users) {
        this.token = token;
        this.users = users;
    }

    public User firstAdministrator(Actor actor, String given, Profile profile, Password password) {
        if (token.isEmpty()) {
            throw new ForbiddenException(
                    "No bootstrap token was chosen: start the app with MDL_BOOTSTRAP_TOKEN and send that token.");
        }
        if (!RandomSecrets.same(token, given)) {
            throw new UnauthenticatedException("This is not the bootstrap token that the app was started with.");
        }
        return users.createFirst(actor, profile, password);
    }
}
