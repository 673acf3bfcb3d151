package dev.plinth.app.http.identity;

import static dev.plinth.app.http.identity.AuthOperations.unkept;

import dev.plinth.app.access.Scope;
import dev.plinth.app.http.Api;
import dev.plinth.app.http.Call;
import dev.plinth.app.http.Operation;
import dev.plinth.app.http.Operations;
import dev.plinth.app.http.Reply;
import dev.plinth.app.identity.User;
import dev.plinth.app.identity.Users;
import dev.plinth.app.values.NotFoundException;
import io.helidon.http.Method;
import java.util.UUID;

/** Users over HTTP. */
public final class UserOperations implements Operations {
    private static final String PATH = "/api/v1/users";

    private final Users users;

    public UserOperations(Users users) {
        this.users = users;
    }

    static String path(User user) {
        return PATH + "/" + user.uid();
    }

    @Override
    public void addTo(Api api) {
        api.add(Operation.change("createUser", Method.POST, PATH, Scope.USERS_WRITE), this::create)
                .add(Operation.get("getUser", PATH + "/{uid}", Scope.USERS_READ), this::get);
    }

    private Reply create(Call call) {
        call.query().finish();
        User user = users.create(call.actor(), new IdentityReader(call.body()).newUser());
        return reply(Reply.created(path(user), IdentityJson.user(user)), user);
    }

    private Reply get(Call call) {
        User user = users.get(uid(call.withoutParameters()));
        return reply(Reply.ok(IdentityJson.user(user)), user);
    }

    private static Reply reply(Reply reply, User user) {
        return unkept(reply).revision(user.revision());
    }

    /** What cannot be a uid names no user. */
    private static UUID uid(Call call) {
        String given = call.path("uid");
        try {
            return UUID.fromString(given);
        } catch (IllegalArgumentException impossible) {
            throw new NotFoundException("user", given);
        }
    }
}
