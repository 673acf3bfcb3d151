package dev.plinth.app.http.identity;

import dev.plinth.app.http.Access;
import dev.plinth.app.http.Api;
import dev.plinth.app.http.Call;
import dev.plinth.app.http.Effect;
import dev.plinth.app.http.JsonObjectReader;
import dev.plinth.app.http.Operation;
import dev.plinth.app.http.Operations;
import dev.plinth.app.http.Reply;
import dev.plinth.app.identity.Accounts;
import dev.plinth.app.identity.Bootstrap;
import dev.plinth.app.identity.Email;
import dev.plinth.app.identity.Password;
import dev.plinth.app.identity.Profile;
import dev.plinth.app.identity.SignIns;
import dev.plinth.app.identity.User;
import dev.plinth.app.json.Json;
import dev.plinth.app.tokens.SigningKeys;
import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** How strangers get in, over HTTP. */
public final class AuthOperations implements Operations {
    static final String PATH = "/api/v1/auth";
    private static final Access EVERYONE = new Access.Everyone();

    private final Bootstrap bootstrap;
    private final Accounts accounts;
    private final SignIns signIns;
    private final SigningKeys keys;

    public AuthOperations(Bootstrap bootstrap, Accounts accounts, SignIns signIns, SigningKeys keys) {
        this.bootstrap = bootstrap;
        this.accounts = accounts;
        this.signIns = signIns;
        this.keys = keys;
    }

    @Override
    public void addTo(Api api) {
        api.add(post("bootstrap", "/bootstrap"), this::bootstrap)
                .add(post("register", "/register"), this::register)
                .add(post("login", "/login"), this::login)
                .add(post("refresh", "/refresh"), this::refresh)
                .add(Operation.get("listSigningKeys", "/.well-known/jwks.json", EVERYONE), this::signingKeys);
    }

    /** Apart from transactions: hashing takes long, what was tried must be kept, and no answer may be. */
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
        return made(bootstrap.firstAdministrator(
                call.actor(), token.orElseThrow(), profile.orElseThrow(), password.orElseThrow()));
    }

    private Reply register(Call call) {
        JsonObjectReader body = call.withoutParameters().body();
        var reader = new IdentityReader(body);
        Optional<Profile> profile = reader.profile();
        Optional<Password> password = reader.password("password");
        body.finish();
        return made(accounts.register(call.actor(), profile.orElseThrow(), password.orElseThrow()));
    }

    private static Reply made(User user) {
        return unkept(Reply.created(UserOperations.path(user), IdentityJson.user(user)))
                .revision(user.revision());
    }

    private Reply login(Call call) {
        JsonObjectReader body = call.withoutParameters().body();
        var reader = new IdentityReader(body);
        Optional<Email> email = reader.email();
        Optional<String> password = reader.secret("password");
        body.finish();
        return unkept(
                Reply.ok(IdentityJson.signIn(signIns.open(call.actor(), email.orElseThrow(), password.orElseThrow()))));
    }

    private Reply refresh(Call call) {
        JsonObjectReader body = call.withoutParameters().body();
        Optional<String> token = new IdentityReader(body).secret("refresh_token");
        body.finish();
        return unkept(Reply.ok(IdentityJson.signIn(signIns.refresh(call.actor(), token.orElseThrow()))));
    }

    private Reply signingKeys(Call call) {
        call.withoutParameters();
        String keySet = keys.published().toString(true);
        return Reply.ok(Json.parseOwn(keySet.getBytes(StandardCharsets.UTF_8)))
                .header(
                        HeaderNames.CACHE_CONTROL,
                        "public, max-age=%d".formatted(SigningKeys.PUBLISHED_MAX_AGE.toSeconds()));
    }

    /** No cache may keep the answer. */
    static Reply unkept(Reply reply) {
        return reply.header(HeaderNames.CACHE_CONTROL, "no-store");
    }
}
