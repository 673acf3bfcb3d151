package dev.plinth.app.webhooks;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plinth.app.changes.ChangeType;
import dev.plinth.app.json.Json;
import dev.plinth.app.values.Names;

/** Webhooks and deliveries as JSON. */
public final class WebhookJson {
    public static ObjectNode write(Webhook webhook) {
        ObjectNode body = Json.object().put("id", webhook.id().toString());
        body.setAll(write(webhook.content()));
        body.put("state", webhook.isActive() ? "active" : "disabled");
        if (!webhook.isActive()) {
            body.put("reason", webhook.reason());
        }
        return body.put("revision", webhook.revision())
                .put("created_at", webhook.createdAt().toString())
                .put("updated_at", webhook.updatedAt().toString());
    }

    /** Only what people write, as they write it. */
    public static ObjectNode write(WebhookContent content) {
        ObjectNode body = Json.object().put("url", content.url().value());
        content.description().ifPresent(description -> body.put("description", description.value()));
        ArrayNode types = body.putArray("event_types");
        content.types().stream().map(ChangeType::text).sorted().forEach(types::add);
        return body;
    }

    public static ObjectNode write(Delivery delivery) {
        ObjectNode body = Json.object()
                .put("id", delivery.id().toString())
                .put("webhook", delivery.webhook().toString())
                .put("message_id", delivery.message().id())
                .put("type", delivery.message().type())
                .put("state", Names.of(delivery.state()))
                .put("attempts", delivery.attempts());
        if (delivery.state() == Delivery.State.PENDING) {
            body.put("next_attempt_at", delivery.nextAt().toString());
        }
        delivery.last().ifPresent(last -> {
            ObjectNode attempt =
                    body.putObject("last_attempt").put("at", last.at().toString());
            if (last.status() > 0) {
                attempt.put("status", last.status());
            }
            attempt.put("detail", last.detail());
        });
        return body.put("created_at", delivery.createdAt().toString());
    }

    private WebhookJson() {}
}
