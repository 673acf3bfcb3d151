package dev.plinth.app.http.identity;

import dev.plinth.app.http.Access;
import dev.plinth.app.http.Api;
import dev.plinth.app.http.Call;
import dev.plinth.app.http.Effect;
import dev.plinth.app.http.JsonObjectReader;
import dev.plinth.app.http.Operation;
import dev.plinth.app.http.Operations;
import dev.plinth.app.http.Reply;
import dev.plinth.app.identity.Bootstrap;
import dev.plinth.app.identity.Email;
import dev.plinth.app.identity.Password;
import dev.plinth.app.identity.Profile;
import dev.plinth.app.identity.Sessions;
import dev.plinth.app.identity.User;
import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import java.util.Optional;

/** Signing in over HTTP. */
public final class AuthOperations implements Operations {
    private static final String PATH = "/api/v1/auth";
    private static final Access EVERYONE = new Access.Everyone();

    private final Bootstrap bootstrap;
    private final Sessions sessions;

    public AuthOperations(Bootstrap bootstrap, Sessions sessions) {
        this.bootstrap = bootstrap;
        this.sessions = sessions;
    }

    @Override
    public void addTo(Api api) {
        // Apart from transactions: hashing takes long, and what was tried and failed must be kept.
        api.add(post("bootstrap", "/bootstrap"), this::bootstrap).add(post("login", "/login"), this::login);
    }

    private static Operation post(String id, String path) {
        return Operation.change(id, Method.POST, PATH + path, EVERYONE).with(Effect.APART);
    }

    private Reply bootstrap(Call call) {
        JsonObjectReader body = call.withoutParameters().body();
        var reader = new IdentityReader(body);
        Optional<String> token = reader.secret("token");
        Optional<Profile> profile = reader.profile();
        Optional<Password> password = reader.password("password");
        body.finish();
        User user = bootstrap.firstAdministrator(
                call.actor(), token.orElseThrow(), profile.orElseThrow(), password.orElseThrow());
        return unkept(Reply.created(UserOperations.path(user), IdentityJson.user(user)))
                .revision(user.revision());
    }

    private Reply login(Call call) {
        JsonObjectReader body = call.withoutParameters().body();
        var reader = new IdentityReader(body);
        Optional<Email> email = reader.email();
        Optional<String> password = reader.secret("password");
        body.finish();
        return unkept(Reply.ok(
                IdentityJson.signIn(sessions.open(call.actor(), email.orElseThrow(), password.orElseThrow()))));
    }

    /** No cache may keep the answer. */
    static Reply unkept(Reply reply) {
        return reply.header(HeaderNames.CACHE_CONTROL, "no-store");
    }
}
