package dev.plinth.app.http.webhooks;

import dev.plinth.app.access.Scope;
import dev.plinth.app.http.Api;
import dev.plinth.app.http.Call;
import dev.plinth.app.http.Operation;
import dev.plinth.app.http.Operations;
import dev.plinth.app.http.Paging;
import dev.plinth.app.http.Positions;
import dev.plinth.app.http.QueryReader;
import dev.plinth.app.http.Reply;
import dev.plinth.app.http.Uids;
import dev.plinth.app.json.Json;
import dev.plinth.app.webhooks.Deliveries;
import dev.plinth.app.webhooks.Delivery;
import dev.plinth.app.webhooks.Webhook;
import dev.plinth.app.webhooks.WebhookJson;
import dev.plinth.app.webhooks.Webhooks;
import io.helidon.http.Method;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Deliveries to webhooks over HTTP. Decodes, delegates and encodes; decides nothing. */
public final class DeliveryOperations implements Operations {
    private static final String ALL = WebhookOperations.ONE + "/deliveries";
    private static final String ONE = ALL + "/{delivery}";

    /** Above all ids. */
    private static final UUID LAST = new UUID(-1, -1);

    private final Webhooks webhooks;
    private final Deliveries deliveries;

    public DeliveryOperations(Webhooks webhooks, Deliveries deliveries) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
    }

    @Override
    public void addTo(Api api) {
        api.add(Operation.get("listDeliveries", ALL, Scope.WEBHOOKS_READ), this::list)
                .add(Operation.get("getDelivery", ONE, Scope.WEBHOOKS_READ), this::get)
                .add(
                        Operation.change("redeliver", Method.POST, ONE + ":redeliver", Scope.WEBHOOKS_WRITE),
                        this::redeliver)
                .add(
                        Operation.change(
                                "testWebhook", Method.POST, WebhookOperations.ONE + ":test", Scope.WEBHOOKS_WRITE),
                        this::test)
                .add(
                        Operation.change(
                                        "replayWebhook",
                                        Method.POST,
                                        WebhookOperations.ONE + ":replay",
                                        Scope.WEBHOOKS_WRITE)
                                .costing(10),
                        this::replay);
    }

    private Reply list(Call call) {
        QueryReader query = call.query();
        Set<Delivery.State> states = query.anyOf("state", Delivery.State.class);
        Paging paging = Paging.read(call, query);
        UUID before = Positions.read(paging, query, LAST);
        query.finish();
        return Reply.ok(paging.json(
                deliveries.list(webhook(call), states, before, paging.limit()),
                WebhookJson::write,
                delivery -> List.of(delivery.id().toString())));
    }

    private Reply get(Call call) {
        call.withoutParameters();
        return Reply.ok(WebhookJson.write(deliveries.get(webhook(call), id(call))));
    }

    private Reply redeliver(Call call) {
        call.withoutParameters();
        return accepted(deliveries.redeliver(webhook(call), id(call)));
    }

    private Reply test(Call call) {
        call.withoutParameters();
        return accepted(deliveries.test(webhook(call)));
    }

    private Reply replay(Call call) {
        call.withoutParameters();
        Webhook webhook = webhook(call);
        WebhookReader.Range range = WebhookReader.range(call.body());
        int count = deliveries.replay(webhook, range.since(), range.until());
        return Reply.accepted(
                WebhookOperations.PATH + "/" + webhook.id() + "/deliveries",
                Json.object().put("deliveries", count));
    }

    private static Reply accepted(Delivery delivery) {
        String location = "%s/%s/deliveries/%s".formatted(WebhookOperations.PATH, delivery.webhook(), delivery.id());
        return Reply.accepted(location, WebhookJson.write(delivery));
    }

    private Webhook webhook(Call call) {
        return webhooks.get(Uids.ofPath(call, "id", "webhook"));
    }

    private static UUID id(Call call) {
        return Uids.ofPath(call, "delivery", "delivery");
    }
}
