package dev.plinth.app.http.identity;

import static dev.plinth.app.http.identity.AuthOperations.unkept;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plinth.app.access.Role;
import dev.plinth.app.access.Scope;
import dev.plinth.app.http.Api;
import dev.plinth.app.http.Call;
import dev.plinth.app.http.Effect;
import dev.plinth.app.http.JsonObjectReader;
import dev.plinth.app.http.MergePatch;
import dev.plinth.app.http.Operation;
import dev.plinth.app.http.Operations;
import dev.plinth.app.http.Paging;
import dev.plinth.app.http.QueryReader;
import dev.plinth.app.http.Reply;
import dev.plinth.app.http.Uids;
import dev.plinth.app.identity.Accounts;
import dev.plinth.app.identity.Password;
import dev.plinth.app.identity.User;
import dev.plinth.app.identity.UserChange;
import dev.plinth.app.identity.UserQuery;
import dev.plinth.app.identity.UserStatus;
import dev.plinth.app.identity.Users;
import dev.plinth.app.json.Json;
import dev.plinth.app.values.IfMatch;
import dev.plinth.app.values.Names;
import io.helidon.http.Method;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Users over HTTP. */
public final class UserOperations implements Operations {
    private static final String PATH = "/api/v1/users";
    private static final String ONE = PATH + "/{uid}";

    private final Users users;
    private final Accounts accounts;

    public UserOperations(Users users, Accounts accounts) {
        this.users = users;
        this.accounts = accounts;
    }

    static String path(User user) {
        return PATH + "/" + user.uid();
    }

    @Override
    public void addTo(Api api) {
        api.add(Operation.get("listUsers", PATH, Scope.USERS_READ), this::list)
                .add(apart("createUser", PATH, Scope.USERS_WRITE), this::create)
                .add(Operation.get("getUser", ONE, Scope.USERS_READ), this::get)
                .add(Operation.change("updateUser", Method.PATCH, ONE, Scope.USERS_WRITE), this::update)
                .add(apart("exportUser", ONE + ":export", Scope.USERS_READ), this::export)
                .add(apart("eraseUser", ONE + ":erase", Scope.USERS_WRITE), this::erase)
                .add(apart("resetPassword", ONE + ":reset-password", Scope.USERS_WRITE), this::resetPassword);
    }

    /** Apart from transactions: personal data must not be kept with the answers that can be repeated. */
    private static Operation apart(String id, String path, Scope scope) {
        return Operation.change(id, Method.POST, path, scope).with(Effect.APART);
    }

    private Reply list(Call call) {
        QueryReader query = call.query();
        Set<Role> roles = query.anyOf("role", Role.class);
        Set<UserStatus> statuses = query.anyOf("status", UserStatus.class);
        Paging paging = Paging.read(call, query);
        query.finish();
        Optional<UUID> after = paging.after().map(List::getFirst).map(Uids::ofCursor);
        var page = users.list(new UserQuery(roles, statuses, after, paging.limit()));
        return unkept(Reply.ok(
                paging.json(page, IdentityJson::user, user -> List.of(user.uid().toString()))));
    }

    private Reply create(Call call) {
        call.withoutParameters();
        User user = accounts.create(call.actor(), new IdentityReader(call.body()).newUser());
        return reply(Reply.created(path(user), IdentityJson.user(user)), user);
    }

    private Reply get(Call call) {
        User user = users.get(uid(call.withoutParameters()));
        return reply(Reply.ok(IdentityJson.user(user)), user);
    }

    private Reply update(Call call) {
        call.query().finish();
        UUID uid = uid(call);
        IfMatch seen = call.ifMatch();
        MergePatch patch = call.patch();
        UserChange change = new IdentityReader(patch.onto(changeable(users.changeable(uid)))).userChange();
        User user = users.change(call.actor(), uid, seen, change);
        return reply(Reply.ok(IdentityJson.user(user)), user);
    }

    private static ObjectNode changeable(User user) {
        return Json.object()
                .put("email", user.profile().email().value())
                .put("display_name", user.profile().displayName().value())
                .put("role", Names.of(user.role()))
                .put("status", Names.of(user.status()));
    }

    private Reply export(Call call) {
        UUID uid = uid(call.withoutParameters());
        return unkept(Reply.ok(IdentityJson.personalData(users.export(call.actor(), uid))));
    }

    private Reply erase(Call call) {
        UUID uid = uid(call.withoutParameters());
        User user = users.erase(call.actor(), uid, call.ifMatch());
        return reply(Reply.ok(IdentityJson.user(user)), user);
    }

    private Reply resetPassword(Call call) {
        UUID uid = uid(call.withoutParameters());
        JsonObjectReader body = call.body();
        Optional<Password> password = new IdentityReader(body).password("password");
        body.finish();
        accounts.resetPassword(call.actor(), uid, password.orElseThrow());
        return unkept(Reply.noContent());
    }

    private static Reply reply(Reply reply, User user) {
        return unkept(reply).revision(user.revision());
    }

    private static UUID uid(Call call) {
        return Uids.ofPath(call, "uid", "user");
    }
}
