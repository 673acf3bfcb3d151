package dev.plinth.app.http.identity;

import static dev.plinth.app.http.identity.AuthOperations.unkept;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plinth.app.http.Access;
import dev.plinth.app.http.Api;
import dev.plinth.app.http.Call;
import dev.plinth.app.http.Effect;
import dev.plinth.app.http.MergePatch;
import dev.plinth.app.http.Operation;
import dev.plinth.app.http.Operations;
import dev.plinth.app.http.Paging;
import dev.plinth.app.http.QueryReader;
import dev.plinth.app.http.Reply;
import dev.plinth.app.http.Uids;
import dev.plinth.app.identity.ApiKey;
import dev.plinth.app.identity.ApiKeyQuery;
import dev.plinth.app.identity.ApiKeys;
import dev.plinth.app.values.IfMatch;
import io.helidon.http.Method;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** API keys over HTTP. */
public final class ApiKeyOperations implements Operations {
    private static final String PATH = "/api/v1/api-keys";
    private static final String ONE = PATH + "/{id}";
    private static final Access SIGNED_IN = new Access.SignedIn();

    private final ApiKeys keys;

    public ApiKeyOperations(ApiKeys keys) {
        this.keys = keys;
    }

    @Override
    public void addTo(Api api) {
        // What shows a key is apart from transactions: the answer must not be kept to be repeated.
        api.add(Operation.get("listApiKeys", PATH, SIGNED_IN), this::list)
                .add(
                        Operation.change("createApiKey", Method.POST, PATH, SIGNED_IN)
                                .with(Effect.APART),
                        this::create)
                .add(Operation.get("getApiKey", ONE, SIGNED_IN), this::get)
                .add(Operation.change("updateApiKey", Method.PATCH, ONE, SIGNED_IN), this::update)
                .add(Operation.change("revokeApiKey", Method.DELETE, ONE, SIGNED_IN), this::revoke)
                .add(
                        Operation.change("rotateApiKey", Method.POST, ONE + ":rotate", SIGNED_IN)
                                .with(Effect.APART),
                        this::rotate);
    }

    private Reply list(Call call) {
        QueryReader query = call.query();
        Optional<UUID> user = query.one("user", Uids::parse);
        Paging paging = Paging.read(call, query);
        query.finish();
        String after = paging.after().map(List::getFirst).orElse("");
        var page = keys.list(call.principal(), new ApiKeyQuery(user, after, paging.limit()));
        return unkept(Reply.ok(paging.json(page, IdentityJson::apiKey, key -> List.of(key.id()))));
    }

    private Reply create(Call call) {
        call.withoutParameters();
        ApiKeys.Made made = keys.create(call.actor(), new IdentityReader(call.body()).apiKey());
        return reply(Reply.created(PATH + "/" + made.key().id(), shown(made)), made.key());
    }

    private Reply get(Call call) {
        ApiKey key = keys.get(call.withoutParameters().principal(), call.path("id"));
        return reply(Reply.ok(IdentityJson.apiKey(key)), key);
    }

    private Reply update(Call call) {
        call.query().finish();
        String id = call.path("id");
        IfMatch seen = call.ifMatch();
        MergePatch patch = call.patch();
        ApiKey known = keys.get(call.principal(), id);
        ApiKey.Content content = new IdentityReader(patch.onto(IdentityJson.content(known))).apiKey();
        ApiKey key = keys.change(call.actor(), id, seen, content);
        return reply(Reply.ok(IdentityJson.apiKey(key)), key);
    }

    private Reply revoke(Call call) {
        call.query().finish();
        keys.revoke(call.actor(), call.path("id"));
        return unkept(Reply.noContent());
    }

    private Reply rotate(Call call) {
        ApiKeys.Made made = keys.rotate(call.withoutParameters().actor(), call.path("id"));
        return reply(Reply.ok(shown(made)), made.key());
    }

    private static ObjectNode shown(ApiKeys.Made made) {
        return IdentityJson.apiKey(made.key()).put("key", made.text().text());
    }

    private static Reply reply(Reply reply, ApiKey key) {
        return unkept(reply).revision(key.stamp().revision());
    }
}
