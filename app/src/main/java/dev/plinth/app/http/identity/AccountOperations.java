package dev.plinth.app.http.identity;

import static dev.plinth.app.http.identity.AuthOperations.unkept;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plinth.app.access.Principal;
import dev.plinth.app.http.Access;
import dev.plinth.app.http.Api;
import dev.plinth.app.http.Call;
import dev.plinth.app.http.Effect;
import dev.plinth.app.http.JsonObjectReader;
import dev.plinth.app.http.Operation;
import dev.plinth.app.http.Operations;
import dev.plinth.app.http.Paging;
import dev.plinth.app.http.QueryReader;
import dev.plinth.app.http.Reply;
import dev.plinth.app.http.Uids;
import dev.plinth.app.identity.Accounts;
import dev.plinth.app.identity.ApiKeys;
import dev.plinth.app.identity.Password;
import dev.plinth.app.identity.Sessions;
import dev.plinth.app.identity.Users;
import dev.plinth.app.json.Json;
import dev.plinth.app.values.Names;
import io.helidon.http.Method;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What callers do with their own account, over HTTP. */
public final class AccountOperations implements Operations {
    private static final String PATH = AuthOperations.PATH;
    private static final Access SIGNED_IN = new Access.SignedIn();

    private final Accounts accounts;
    private final Sessions sessions;
    private final Users users;
    private final ApiKeys keys;

    public AccountOperations(Accounts accounts, Sessions sessions, Users users, ApiKeys keys) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.users = users;
        this.keys = keys;
    }

    @Override
    public void addTo(Api api) {
        api.add(Operation.get("me", PATH + "/me", SIGNED_IN), this::me)
                .add(post("logout", "/logout"), this::logout)
                .add(post("changePassword", "/change-password"), this::changePassword)
                .add(Operation.get("listSessions", PATH + "/sessions", SIGNED_IN), this::list)
                .add(
                        Operation.change("revokeSession", Method.DELETE, PATH + "/sessions/{id}", SIGNED_IN),
                        this::revoke);
    }

    private static Operation post(String id, String path) {
        return Operation.change(id, Method.POST, PATH + path, SIGNED_IN).with(Effect.APART);
    }

    private Reply me(Call call) {
        Principal caller = call.withoutParameters().principal();
        ObjectNode body = Json.object().put("kind", Names.of(caller.kind()));
        if (caller.kind() == Principal.Kind.API_KEY) {
            body.put("api_key_id", caller.id());
        } else {
            body.put("session_id", caller.session());
        }
        IdentityJson.scopes(body, caller.scopes());
        body.set("user", IdentityJson.user(users.get(user(caller))));
        return unkept(Reply.ok(body));
    }

    private UUID user(Principal caller) {
        return caller.kind() == Principal.Kind.API_KEY ? keys.used(caller).user() : UUID.fromString(caller.id());
    }

    private Reply logout(Call call) {
        sessions.logout(call.withoutParameters().actor());
        return unkept(Reply.noContent());
    }

    private Reply changePassword(Call call) {
        JsonObjectReader body = call.withoutParameters().body();
        var reader = new IdentityReader(body);
        Optional<String> current = reader.secret("current_password");
        Optional<Password> next = reader.password("new_password");
        body.finish();
        accounts.changePassword(call.actor(), current.orElseThrow(), next.orElseThrow());
        return unkept(Reply.noContent());
    }

    private Reply list(Call call) {
        QueryReader query = call.query();
        Paging paging = Paging.read(call, query);
        query.finish();
        Principal caller = call.principal();
        var page = sessions.list(caller, paging.after().map(List::getFirst).map(Uids::ofCursor), paging.limit());
        return unkept(Reply.ok(paging.json(
                page,
                session -> IdentityJson.session(session, caller.session()),
                session -> List.of(session.id().toString()))));
    }

    private Reply revoke(Call call) {
        call.query().finish();
        sessions.revoke(call.actor(), Uids.ofPath(call, "id", "session"));
        return unkept(Reply.noContent());
    }
}
