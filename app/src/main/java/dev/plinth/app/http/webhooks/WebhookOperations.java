package dev.plinth.app.http.webhooks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plinth.app.access.Scope;
import dev.plinth.app.http.Api;
import dev.plinth.app.http.Call;
import dev.plinth.app.http.MergePatch;
import dev.plinth.app.http.Operation;
import dev.plinth.app.http.Operations;
import dev.plinth.app.http.Paging;
import dev.plinth.app.http.Positions;
import dev.plinth.app.http.QueryReader;
import dev.plinth.app.http.Reply;
import dev.plinth.app.http.Uids;
import dev.plinth.app.webhooks.Webhook;
import dev.plinth.app.webhooks.WebhookJson;
import dev.plinth.app.webhooks.Webhooks;
import dev.plinth.app.webhooks.Webhooks.Secured;
import io.helidon.http.Method;
import java.util.List;
import java.util.UUID;

/** Webhooks over HTTP. Decodes, delegates and encodes; decides nothing. */
public final class WebhookOperations implements Operations {
    static final String PATH = "/api/v1/webhooks";
    static final String ONE = PATH + "/{id}";

    private final Webhooks webhooks;

    public WebhookOperations(Webhooks webhooks) {
        this.webhooks = webhooks;
    }

    @Override
    public void addTo(Api api) {
        api.add(Operation.get("listWebhooks", PATH, Scope.WEBHOOKS_READ), this::list)
                .add(Operation.change("createWebhook", Method.POST, PATH, Scope.WEBHOOKS_WRITE), this::create)
                .add(Operation.get("getWebhook", ONE, Scope.WEBHOOKS_READ), this::get)
                .add(Operation.change("updateWebhook", Method.PATCH, ONE, Scope.WEBHOOKS_WRITE), this::update)
                .add(Operation.change("deleteWebhook", Method.DELETE, ONE, Scope.WEBHOOKS_WRITE), this::delete)
                .add(
                        Operation.change(
                                "rotateWebhookSecret", Method.POST, ONE + ":rotate-secret", Scope.WEBHOOKS_WRITE),
                        this::rotate)
                .add(
                        Operation.change("enableWebhook", Method.POST, ONE + ":enable", Scope.WEBHOOKS_WRITE),
                        this::enable);
    }

    private Reply list(Call call) {
        QueryReader query = call.query();
        Paging paging = Paging.read(call, query);
        UUID after = Positions.read(paging, query, new UUID(0, 0));
        query.finish();
        return Reply.ok(paging.json(
                webhooks.list(after, paging.limit()),
                WebhookJson::write,
                webhook -> List.of(webhook.id().toString())));
    }

    private Reply create(Call call) {
        call.withoutParameters();
        Secured made = webhooks.create(call.actor(), WebhookReader.content(call.body()));
        return Reply.created(PATH + "/" + made.webhook().id(), json(made))
                .revision(made.webhook().revision());
    }

    private Reply get(Call call) {
        return shown(webhooks.get(id(call.withoutParameters())));
    }

    private Reply update(Call call) {
        UUID id = id(call.withoutParameters());
        MergePatch patch = call.patch();
        return shown(webhooks.change(
                call.actor(),
                id,
                call.ifMatch(),
                content -> WebhookReader.content(patch.onto(WebhookJson.write(content)))));
    }

    private Reply delete(Call call) {
        webhooks.delete(call.actor(), id(call.withoutParameters()), call.ifMatch());
        return Reply.noContent();
    }

    private Reply rotate(Call call) {
        Secured rotated = webhooks.rotate(call.actor(), id(call.withoutParameters()));
        return Reply.ok(json(rotated)).revision(rotated.webhook().revision());
    }

    private Reply enable(Call call) {
        return shown(webhooks.enable(call.actor(), id(call.withoutParameters())));
    }

    private static Reply shown(Webhook webhook) {
        return Reply.ok(WebhookJson.write(webhook)).revision(webhook.revision());
    }

    private static ObjectNode json(Secured secured) {
        return WebhookJson.write(secured.webhook())
                .put("secret", secured.secret().value());
    }

    private static UUID id(Call call) {
        return Uids.ofPath(call, "id", "webhook");
    }
}
